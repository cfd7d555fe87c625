"""The tree of errors: each class is one thing that can be wrong, with its facts, its exit code and its words.

SetupError
├─ BadInput              2   what was typed, or a file that was given, cannot be used; nothing was started
├─ Cancelled             3   the person stopped it; silent
├─ SignInError           4   Microsoft, the person or a policy refused the sign-in
├─ NotEnoughRights       5   the account may not do what is asked
├─ VerificationFailed    7   the new credential did not prove itself
├─ ApplicationRefused    7   the tenant does not let the application sign in, whatever its credential
├─ NetworkError          8   Microsoft could not be reached, or something between answered instead
├─ PolicyForbids         9   the tenant's own policy forbids what is asked
├─ StoppedPartWay       10   something was done, and running again finishes it
├─ DeliveryFailed       11   the bundle was not written
├─ GraphError            1   Microsoft Graph refused, and no class above says it better
└─ Unexpected            1   any other error, told by the name of its class alone

The numbers are the exit codes.
"""

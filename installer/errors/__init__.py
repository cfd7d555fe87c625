"""The tree of errors: each class is one thing that can go wrong, with its facts, its exit code and its texts.

SetupError
├─ BadInput              2   what was typed, or a file that was given, cannot be used; nothing was started
├─ Cancelled             3   the person stopped the run; `StoppedAtRequest` says what is done
├─ SignInError           4   Microsoft, the person or a policy refused the sign-in
├─ NotEnoughRights       5   the account lacks a right for what was asked
├─ VerificationFailed    7   the credential was not proven
├─ ApplicationRefused    7   the tenant does not let the application sign in, whatever its credential
├─ NetworkError          8   Microsoft could not be reached, or a proxy or filter answered instead
├─ PolicyForbids         9   a policy of the tenant forbids what was asked
├─ StoppedPartWay       10   a part was done, and another run does the rest
├─ DeliveryFailed       11   the bundle was not written
├─ GraphError            1   Microsoft Graph refused, and no class above is more precise
└─ Unexpected            1   any other exception, known only by the name of its class

The numbers are the exit codes.
"""

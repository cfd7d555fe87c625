<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>ChoosePage</name>
    <message>
        <source>&amp;Guide of the manual way</source>
        <translation>&amp;Guide de la procédure manuelle</translation>
    </message>
    <message>
        <source>A new one beside the old one, before that ends</source>
        <translation>Un nouveau secret à côté de l’ancien, avant son expiration</translation>
    </message>
    <message>
        <source>About three minutes, and a web browser for Microsoft’s own sign-in page.</source>
        <translation>Trois minutes environ, et un navigateur web pour la page de connexion de Microsoft.</translation>
    </message>
    <message>
        <source>An account that is Global Administrator, or Privileged Role Administrator, of the tenant.</source>
        <translation>Un compte Administrateur général ou Administrateur de rôle privilégié du locataire.</translation>
    </message>
    <message>
        <source>As Application Developer or Application Administrator</source>
        <translation>Avec le rôle Développeur d’applications ou Administrateur d’application</translation>
    </message>
    <message>
        <source>As Global Administrator or Privileged Role Administrator</source>
        <translation>Avec le rôle Administrateur général ou Administrateur de rôle privilégié</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Revérifier</translation>
    </message>
    <message>
        <source>Looking whether Microsoft can be reached…</source>
        <translation>Vérification de l’accès à Microsoft…</translation>
    </message>
    <message>
        <source>Made by hand with GLIMPS’s guide, or by somebody else</source>
        <translation>Créée à la main avec le guide de GLIMPS, ou par quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Microsoft can be reached from this computer.</source>
        <translation>Microsoft est joignable depuis cet ordinateur.</translation>
    </message>
    <message>
        <source>Microsoft cannot be reached as it should.</source>
        <translation>Microsoft n’est pas joignable correctement.</translation>
    </message>
    <message>
        <source>Nothing is changed before you have read the plan and said yes to it.</source>
        <translation>Rien n’est modifié avant que vous ayez lu et accepté le plan.</translation>
    </message>
    <message>
        <source>Or only its old secrets</source>
        <translation>Ou seulement ses anciens secrets</translation>
    </message>
    <message>
        <source>Prepare the application; another admin will consent</source>
        <translation>Préparer l’application, un autre administrateur consentira</translation>
    </message>
    <message>
        <source>Remove the application and its access</source>
        <translation>Supprimer l’application et ses accès</translation>
    </message>
    <message>
        <source>Renew the secret</source>
        <translation>Renouveler le secret</translation>
    </message>
    <message>
        <source>Set up everything automatically</source>
        <translation>Tout configurer automatiquement</translation>
    </message>
    <message>
        <source>The application already exists: verify and export</source>
        <translation>L’application existe déjà&#xa0;: la vérifier et l’exporter</translation>
    </message>
    <message>
        <source>The application lets GLIMPS scan the OneDrive and SharePoint files of your organization.</source>
        <translation>L’application permet à GLIMPS d’analyser les fichiers OneDrive et SharePoint de votre organisation.</translation>
    </message>
    <message>
        <source>This program talks to nobody but Microsoft: {hosts}.</source>
        <translation>Ce programme ne communique qu’avec Microsoft&#xa0;: {hosts}.</translation>
    </message>
    <message>
        <source>What do I need?</source>
        <translation>De quoi ai-je besoin&#x202f;?</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#x202f;?</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>&amp;Check the consent</source>
        <translation>&amp;Vérifier le consentement</translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation>&amp;Enregistrer le texte…</translation>
    </message>
    <message>
        <source>Admin consent is given</source>
        <translation>Le consentement administrateur est accordé</translation>
    </message>
    <message>
        <source>Ask an administrator to consent</source>
        <translation>Demandez le consentement à un administrateur</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>C&amp;ontinuer</translation>
    </message>
    <message>
        <source>Close and finish later</source>
        <translation>Fermer et reprendre plus tard</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentement</translation>
    </message>
    <message>
        <source>Message for the administrator</source>
        <translation>Message pour l’administrateur</translation>
    </message>
    <message>
        <source>Not granted yet. Last checked at {time}.</source>
        <translation>Pas encore accordé. Dernière vérification à {time}.</translation>
    </message>
    <message>
        <source>Open the page in the &amp;portal</source>
        <translation>Ouvrir la page du &amp;portail</translation>
    </message>
    <message>
        <source>Save the message</source>
        <translation>Enregistrer le message</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Fichiers texte (*.txt)</translation>
    </message>
    <message>
        <source>The application is registered. No secret exists before the consent, and nothing is lost if you close: this program finds it again, on any computer.</source>
        <translation>L’application est inscrite. Aucun secret n’existe avant le consentement, et rien n’est perdu si vous fermez&#xa0;: ce programme la retrouvera, sur n’importe quel ordinateur.</translation>
    </message>
    <message>
        <source>The secret can be made now.</source>
        <translation>Le secret peut maintenant être créé.</translation>
    </message>
    <message>
        <source>consent-for-GLIMPS.txt</source>
        <translation>consentement-GLIMPS.txt</translation>
    </message>
    <message>
        <source>message</source>
        <translation>message</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Account:  {account}</source>
        <translation>Compte&#xa0;:    {account}</translation>
    </message>
    <message>
        <source>Admin consent is given: “setup” finishes the job.</source>
        <translation>Le consentement administrateur est accordé&#xa0;: «&#x202f;setup&#x202f;» terminera le travail.</translation>
    </message>
    <message>
        <source>Never enter a code that somebody else gave you.</source>
        <translation>Ne saisissez jamais un code reçu d’un tiers.</translation>
    </message>
    <message>
        <source>No credential has ended: nothing was removed.</source>
        <translation>Aucun identifiant n’est arrivé à expiration&#xa0;: rien n’a été supprimé.</translation>
    </message>
    <message>
        <source>Open   {address}</source>
        <translation>Ouvrez     {address}</translation>
    </message>
    <message>
        <source>Passphrase for the file: </source>
        <translation>Phrase secrète pour le fichier&#xa0;: </translation>
    </message>
    <message>
        <source>Passphrase of the file: </source>
        <translation>Phrase secrète du fichier&#xa0;: </translation>
    </message>
    <message>
        <source>Plan:</source>
        <translation>Plan&#xa0;:</translation>
    </message>
    <message>
        <source>Removed. Microsoft keeps it in the recycle bin of app registrations for 30 days.</source>
        <translation>Supprimée. Microsoft la conserve 30 jours dans la corbeille des inscriptions d’applications («&#x202f;Applications supprimées&#x202f;»).</translation>
    </message>
    <message>
        <source>Rights:   {rights}</source>
        <translation>Droits&#xa0;:    {rights}</translation>
    </message>
    <message>
        <source>Roles:    {roles}</source>
        <translation>Rôles&#xa0;:     {roles}</translation>
    </message>
    <message>
        <source>SHA-256 {digest}</source>
        <translation>SHA-256 {digest}</translation>
    </message>
    <message>
        <source>Sign in here, in a browser on this computer:</source>
        <translation>Connectez-vous ici, dans un navigateur de cet ordinateur&#xa0;:</translation>
    </message>
    <message>
        <source>Tenant:   {name} ({domain})</source>
        <translation>Locataire&#xa0;: {name} ({domain})</translation>
    </message>
    <message>
        <source>The old credentials were removed; the application stays as it is.</source>
        <translation>Les anciens identifiants ont été supprimés&#x202f;; l’application reste inchangée.</translation>
    </message>
    <message>
        <source>The same passphrase again: </source>
        <translation>La même phrase secrète, une seconde fois&#xa0;: </translation>
    </message>
    <message>
        <source>Type “{word}” to do this in {name}:</source>
        <translation>Tapez «&#x202f;{word}&#x202f;» pour effectuer ces opérations dans {name}&#xa0;:</translation>
    </message>
    <message>
        <source>and enter   {code}   (valid for {minutes} minutes)</source>
        <translation>et tapez   {code}   (valable {minutes} minutes)</translation>
    </message>
    <message>
        <source>it may grant admin consent, but not register the application</source>
        <translation>il peut accorder le consentement administrateur, mais pas inscrire l’application</translation>
    </message>
    <message>
        <source>it may neither register the application nor grant admin consent</source>
        <translation>il ne peut ni inscrire l’application ni accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>it may register the application and grant admin consent</source>
        <translation>il peut inscrire l’application et accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>it may register the application, but not grant admin consent</source>
        <translation>il peut inscrire l’application, mais pas accorder le consentement administrateur</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>Copier&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>DeliverPage</name>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Terminer</translation>
    </message>
    <message>
        <source>&amp;Load a key…</source>
        <translation>C&amp;harger une clé…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Application (client) ID</source>
        <translation>ID d’application (client)</translation>
    </message>
    <message>
        <source>As a file that only the recipient can open.</source>
        <translation>Sous la forme d’un fichier que seul le destinataire peut ouvrir.</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Certificate thumbprint</source>
        <translation>Empreinte du certificat</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
    <message>
        <source>Clipboard, for a password vault</source>
        <translation>Presse-papiers, pour un coffre-fort de mots de passe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Fermer quand même</translation>
    </message>
    <message>
        <source>Close without delivering…</source>
        <translation>Fermer sans remettre…</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy the &amp;secret</source>
        <translation>Copier le &amp;secret</translation>
    </message>
    <message>
        <source>Copy the passphrase</source>
        <translation>Copier la phrase secrète</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>Directory (tenant) ID</source>
        <translation>ID de l’annuaire (locataire)</translation>
    </message>
    <message>
        <source>Encrypted files (*.age)</source>
        <translation>Fichiers chiffrés (*.age)</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>F&amp;ichier</translation>
    </message>
    <message>
        <source>File encrypted for GLIMPS (recommended)</source>
        <translation>Fichier chiffré pour GLIMPS (recommandé)</translation>
    </message>
    <message>
        <source>File encrypted for a recipient’s public key</source>
        <translation>Fichier chiffré pour la clé publique d’un destinataire</translation>
    </message>
    <message>
        <source>File protected by a passphrase</source>
        <translation>Fichier protégé par une phrase secrète</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Fichier à enregistrer</translation>
    </message>
    <message>
        <source>Fingerprint of the key: {print}</source>
        <translation>Empreinte de la clé&#xa0;: {print}</translation>
    </message>
    <message>
        <source>Fingerprint to compare with the recipient: {print}</source>
        <translation>Empreinte à comparer avec le destinataire&#xa0;: {print}</translation>
    </message>
    <message>
        <source>Generated passphrase</source>
        <translation>Phrase secrète générée</translation>
    </message>
    <message>
        <source>Give it to the recipient by another way than the file: by telephone, for example.</source>
        <translation>Communiquez-la au destinataire par un autre moyen que le fichier&#xa0;: par téléphone, par exemple.</translation>
    </message>
    <message>
        <source>Hand the credentials to the right person</source>
        <translation>Remettez les identifiants à la bonne personne</translation>
    </message>
    <message>
        <source>Hosted by GLIMPS (SaaS)</source>
        <translation>Hébergé par GLIMPS (SaaS)</translation>
    </message>
    <message>
        <source>I have stored the secret in our vault</source>
        <translation>J’ai enregistré le secret dans notre coffre-fort</translation>
    </message>
    <message>
        <source>It is kept out of the clipboard’s history, and cleared after 30 seconds.</source>
        <translation>Il est exclu de l’historique du presse-papiers et effacé après 30 secondes.</translation>
    </message>
    <message>
        <source>It will not be usable by anybody.</source>
        <translation>Personne ne pourra l’utiliser.</translation>
    </message>
    <message>
        <source>Load a public key</source>
        <translation>Charger une clé publique</translation>
    </message>
    <message>
        <source>Microsoft could not be told. The secret bears a mark: the next run of this program removes it.</source>
        <translation>Microsoft n’a pas pu en être informé. Le secret porte une marque&#xa0;: ce programme le supprimera à sa prochaine exécution.</translation>
    </message>
    <message>
        <source>On premises (Docker Compose)</source>
        <translation>En local (Docker Compose)</translation>
    </message>
    <message>
        <source>On the clipboard for {seconds} more seconds.</source>
        <translation>Dans le presse-papiers pendant encore {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Other &amp;words</source>
        <translation>Autres &amp;mots</translation>
    </message>
    <message>
        <source>Pass&amp;phrase, 12 characters at least</source>
        <translation>Ph&amp;rase secrète, 12 caractères minimum</translation>
    </message>
    <message>
        <source>Public key of the recipient</source>
        <translation>Clé publique du destinataire</translation>
    </message>
    <message>
        <source>Remarks for GLIMPS (optional)</source>
        <translation>Remarques pour GLIMPS (facultatif)</translation>
    </message>
    <message>
        <source>Revoke again</source>
        <translation>Révoquer à nouveau</translation>
    </message>
    <message>
        <source>Revoking the secret…</source>
        <translation>Révocation du secret…</translation>
    </message>
    <message>
        <source>Save &amp;encrypted file</source>
        <translation>&amp;Enregistrer le fichier chiffré</translation>
    </message>
    <message>
        <source>Save the encrypted file</source>
        <translation>Enregistrer le fichier chiffré</translation>
    </message>
    <message>
        <source>Store the secret first, then tick this box.</source>
        <translation>Enregistrez d’abord le secret dans votre coffre-fort, puis cochez cette case.</translation>
    </message>
    <message>
        <source>The connector runs:</source>
        <translation>Le connecteur est&#xa0;:</translation>
    </message>
    <message>
        <source>The same a&amp;gain</source>
        <translation>La même, une seconde &amp;fois</translation>
    </message>
    <message>
        <source>The secret cannot be read again later: deliver it now.</source>
        <translation>Le secret ne pourra plus être lu ensuite&#xa0;: remettez-le maintenant.</translation>
    </message>
    <message>
        <source>The secret could not be revoked</source>
        <translation>Le secret n’a pas pu être révoqué</translation>
    </message>
    <message>
        <source>They go into the encrypted file, and nowhere else:</source>
        <translation>Elles vont dans le fichier chiffré, et nulle part ailleurs&#xa0;:</translation>
    </message>
    <message>
        <source>Type my own</source>
        <translation>Saisir la mienne</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>Verified: token obtained, {granted} permissions of {asked}, trial reads accepted</source>
        <translation>Vérifié&#xa0;: jeton obtenu, {granted} autorisations sur {asked}, lectures d’essai acceptées</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>Application (client) ID</source>
        <translation>ID d’application (client)</translation>
    </message>
    <message>
        <source>Check its rights in the &amp;portal</source>
        <translation>Vérifier ses droits dans le &amp;portail</translation>
    </message>
    <message>
        <source>Connector manager</source>
        <translation>Connector manager</translation>
    </message>
    <message>
        <source>Copy the messa&amp;ge for GLIMPS</source>
        <translation>Copier le messa&amp;ge pour GLIMPS</translation>
    </message>
    <message>
        <source>Directory (tenant) ID</source>
        <translation>ID de l’annuaire (locataire)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Fichier chiffré</translation>
    </message>
    <message>
        <source>Environment (.env)</source>
        <translation>Environnement (.env)</translation>
    </message>
    <message>
        <source>On the connector’s server, the file opens into its configuration.</source>
        <translation>Sur le serveur du connecteur, le fichier fournit sa configuration.</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>Ouvrir le &amp;dossier</translation>
    </message>
    <message>
        <source>Re&amp;minder before its end…</source>
        <translation>Ra&amp;ppel avant l’expiration…</translation>
    </message>
    <message>
        <source>Remove &amp;old secrets…</source>
        <translation>Supprimer les &amp;anciens secrets…</translation>
    </message>
    <message>
        <source>Save the &amp;report…</source>
        <translation>Enregistrer le &amp;rapport…</translation>
    </message>
    <message>
        <source>Send the encrypted file to your technical contact at GLIMPS.</source>
        <translation>Envoyez le fichier chiffré à votre contact technique GLIMPS.</translation>
    </message>
    <message>
        <source>Send the file to your technical contact, and the passphrase by another way.</source>
        <translation>Envoyez le fichier à votre contact technique, et la phrase secrète par un autre moyen.</translation>
    </message>
    <message>
        <source>The connector can now access OneDrive and SharePoint</source>
        <translation>Le connecteur peut maintenant accéder à OneDrive et SharePoint</translation>
    </message>
    <message>
        <source>The credentials from before stay valid until their end. Remove them only when GLIMPS confirms that the connector uses the new one.</source>
        <translation>Les identifiants précédents restent valables jusqu’à leur expiration. Ne les supprimez que lorsque GLIMPS confirme que le connecteur utilise le nouveau.</translation>
    </message>
    <message>
        <source>The secret is in your vault.</source>
        <translation>Le secret est dans votre coffre-fort.</translation>
    </message>
    <message>
        <source>To open it</source>
        <translation>Pour l’ouvrir</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A Global Administrator or a Privileged Role Administrator can do it all; or prepare the application, and they only consent.</source>
        <translation>Un Administrateur général ou un Administrateur de rôle privilégié peut tout faire&#x202f;; ou préparez l’application, et il n’aura plus qu’à consentir.</translation>
    </message>
    <message>
        <source>A conditional access policy demands a managed device.</source>
        <translation>Une stratégie d’accès conditionnel exige un appareil géré.</translation>
    </message>
    <message>
        <source>A conditional access policy of your company allows approved applications only.</source>
        <translation>Une stratégie d’accès conditionnel de votre entreprise n’autorise que les applications approuvées.</translation>
    </message>
    <message>
        <source>A conditional access policy of your company blocks device codes.</source>
        <translation>Une stratégie d’accès conditionnel de votre entreprise bloque les codes d’appareil.</translation>
    </message>
    <message>
        <source>A conditional access policy of your company blocks this way of signing in.</source>
        <translation>Une stratégie d’accès conditionnel de votre entreprise bloque ce mode de connexion.</translation>
    </message>
    <message>
        <source>A conditional access policy of your company requires token protection, which this sign-in cannot give.</source>
        <translation>Une stratégie d’accès conditionnel de votre entreprise exige la protection des jetons, que cette connexion ne peut pas fournir.</translation>
    </message>
    <message>
        <source>A configuration file is wrong</source>
        <translation>Un fichier de configuration est incorrect</translation>
    </message>
    <message>
        <source>A file cannot be read</source>
        <translation>Un fichier ne peut pas être lu</translation>
    </message>
    <message>
        <source>A permission does not exist here</source>
        <translation>Une autorisation n’existe pas ici</translation>
    </message>
    <message>
        <source>A permission is not known to Microsoft yet, or not allowed for the sign-in application.</source>
        <translation>Une autorisation n’est pas encore connue de Microsoft, ou n’est pas permise à l’application de connexion.</translation>
    </message>
    <message>
        <source>A proxy or filter probably answered instead: ask your network team to allow {host}.</source>
        <translation>Un proxy ou un filtre a sans doute répondu à sa place&#xa0;: demandez à votre équipe réseau d’autoriser {host}.</translation>
    </message>
    <message>
        <source>Add --yes to go ahead, or --plan-only to see the plan.</source>
        <translation>Ajoutez --yes pour poursuivre, ou --plan-only pour voir le plan.</translation>
    </message>
    <message>
        <source>Add it to your own sign-in application, or use a device code.</source>
        <translation>Ajoutez-la à votre propre application de connexion, ou utilisez un code d’appareil.</translation>
    </message>
    <message>
        <source>Add {other}, or leave {option} out.</source>
        <translation>Ajoutez {other} ou retirez {option}.</translation>
    </message>
    <message>
        <source>Admin consent is incomplete</source>
        <translation>Le consentement administrateur est incomplet</translation>
    </message>
    <message>
        <source>Already done, and in place: {done}.</source>
        <translation>Déjà fait, et en place&#xa0;: {done}.</translation>
    </message>
    <message>
        <source>An Application Administrator can finish it, or make this account an owner.</source>
        <translation>Un Administrateur d’application peut terminer, ou en rendre ce compte propriétaire.</translation>
    </message>
    <message>
        <source>An application of ours in the recycle bin is restored, else another unique name is taken. Where this ends the run, run it again to see that plan.</source>
        <translation>Une application à nous dans la corbeille est restaurée, sinon un autre nom unique est pris. Si l’opération s’arrête là, relancez-la pour voir ce plan.</translation>
    </message>
    <message>
        <source>An owner of the application, or an Application Administrator, can do it.</source>
        <translation>Un propriétaire de l’application ou un Administrateur d’application peut le faire.</translation>
    </message>
    <message>
        <source>An owner of the application, or an Application Administrator, can finish it.</source>
        <translation>Un propriétaire de l’application ou un Administrateur d’application peut terminer.</translation>
    </message>
    <message>
        <source>An owner of the application, or an Application Administrator, changes it by preparing it again.</source>
        <translation>Un propriétaire de l’application, ou un Administrateur d’application, y remédie en la préparant de nouveau.</translation>
    </message>
    <message>
        <source>Another application of this tenant has the unique name {unique_name}; one that was deleted keeps it for 30 days.</source>
        <translation>Une autre application de ce locataire porte le nom unique {unique_name}&#x202f;; une application supprimée le garde pendant 30 jours.</translation>
    </message>
    <message>
        <source>Another server answered</source>
        <translation>Un autre serveur a répondu</translation>
    </message>
    <message>
        <source>Ask a Security Administrator to exempt the application {app} from the app management policy, or use a client secret where it allows one.</source>
        <translation>Demandez à un Administrateur de la sécurité d’exempter l’application {app} de la stratégie de gestion des applications, ou utilisez un secret client si elle le permet.</translation>
    </message>
    <message>
        <source>Ask for an exception for “Microsoft Graph Command Line Tools”, or use an account the policy exempts.</source>
        <translation>Demandez une exception pour «&#x202f;Microsoft Graph Command Line Tools&#x202f;», ou utilisez un compte que la stratégie exempte.</translation>
    </message>
    <message>
        <source>Ask for an exception for “Microsoft Graph Command Line Tools”.</source>
        <translation>Demandez une exception pour «&#x202f;Microsoft Graph Command Line Tools&#x202f;».</translation>
    </message>
    <message>
        <source>Ask for the file again, as an attachment and not as text.</source>
        <translation>Demandez que le fichier vous soit renvoyé, en pièce jointe et non sous forme de texte.</translation>
    </message>
    <message>
        <source>Ask for the tenant to be allowed (tenant restrictions, cross-tenant access).</source>
        <translation>Demandez que ce locataire soit autorisé (restrictions de locataire, accès interlocataire).</translation>
    </message>
    <message>
        <source>Ask to be assigned to “Microsoft Graph Command Line Tools” in the enterprise applications.</source>
        <translation>Demandez à être affecté à «&#x202f;Microsoft Graph Command Line Tools&#x202f;» dans les applications d’entreprise.</translation>
    </message>
    <message>
        <source>Ask your network team to allow {host} for this computer.</source>
        <translation>Demandez à votre équipe réseau d’autoriser {host} pour cet ordinateur.</translation>
    </message>
    <message>
        <source>Ask your network team which proxy answers for this address.</source>
        <translation>Demandez à votre équipe réseau quel proxy répond pour cette adresse.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Certificates may not be added to applications of this tenant; {stays}.</source>
        <translation>L’ajout de certificats aux applications de ce locataire est interdit&#x202f;; {stays}.</translation>
    </message>
    <message>
        <source>Check that the secret’s value was given, not its ID.</source>
        <translation>Vérifiez que vous avez indiqué la valeur du secret, et non son ID.</translation>
    </message>
    <message>
        <source>Check the cloud, and ask GLIMPS for a newer version.</source>
        <translation>Vérifiez le cloud, et demandez à GLIMPS une version plus récente.</translation>
    </message>
    <message>
        <source>Check the network and the proxy, then try again.</source>
        <translation>Vérifiez le réseau et le proxy, puis réessayez.</translation>
    </message>
    <message>
        <source>Check the passphrase, its hyphens and capitals included.</source>
        <translation>Vérifiez la phrase secrète, y compris les traits d’union et les majuscules.</translation>
    </message>
    <message>
        <source>Check the path and your rights to it.</source>
        <translation>Vérifiez le chemin et vos droits sur ce fichier.</translation>
    </message>
    <message>
        <source>Check the tenant, the application ID and the cloud.</source>
        <translation>Vérifiez le locataire, l’ID d’application et le cloud.</translation>
    </message>
    <message>
        <source>Check the tenant’s ID or domain, and the cloud.</source>
        <translation>Vérifiez l’ID ou le domaine du locataire, et le cloud.</translation>
    </message>
    <message>
        <source>Check this computer’s date and time, then try again.</source>
        <translation>Vérifiez la date et l’heure de cet ordinateur, puis réessayez.</translation>
    </message>
    <message>
        <source>Choose a shorter lifetime; the application and its consent stay as they are.</source>
        <translation>Choisissez une durée plus courte&#x202f;; l’application et son consentement restent en l’état.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another name, or have it replaced.</source>
        <translation>Choisissez un autre nom, ou faites remplacer le fichier.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Choose at most {longest} days; the application and its consent stay as they are.</source>
        <translation>Choisissez au plus {longest} jours&#x202f;; l’application et son consentement restent en l’état.</translation>
    </message>
    <message>
        <source>Choose one of them, or another name.</source>
        <translation>Choisissez l’une d’elles, ou un autre nom.</translation>
    </message>
    <message>
        <source>Choose one of: {allowed}.</source>
        <translation>Choisissez l’une de ces valeurs&#xa0;: {allowed}.</translation>
    </message>
    <message>
        <source>Client secrets may not be created for applications of this tenant; {stays}.</source>
        <translation>La création de secrets client pour les applications de ce locataire est interdite&#x202f;; {stays}.</translation>
    </message>
    <message>
        <source>Copy the column “Value”, which the portal shows only once; if it is gone, make a new client secret.</source>
        <translation>Copiez la colonne «&#x202f;Valeur&#x202f;», que le portail n’affiche qu’une fois&#x202f;; si elle n’est plus visible, créez un nouveau secret client.</translation>
    </message>
    <message>
        <source>Correct the file and start again.</source>
        <translation>Corrigez le fichier, puis recommencez.</translation>
    </message>
    <message>
        <source>Delete applications that nobody uses, in the recycle bin too, or sign in as an administrator, who has no such limit.</source>
        <translation>Supprimez les applications inutilisées, aussi dans la corbeille, ou connectez-vous en tant qu’administrateur, qui n’a pas cette limite.</translation>
    </message>
    <message>
        <source>Enable it under Enterprise applications, Properties.</source>
        <translation>Activez-la sous Applications d’entreprise, Propriétés.</translation>
    </message>
    <message>
        <source>Finish it in the browser, then sign in again.</source>
        <translation>Terminez-la dans le navigateur, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Give --identity with an age identity file, or --passphrase-file.</source>
        <translation>Indiquez --identity avec un fichier d’identité age, ou --passphrase-file.</translation>
    </message>
    <message>
        <source>Give --recipient with an age1… key, or --passphrase-file.</source>
        <translation>Indiquez --recipient avec une clé age1…, ou --passphrase-file.</translation>
    </message>
    <message>
        <source>Give a key ID that the plan or the portal shows.</source>
        <translation>Indiquez un ID de clé affiché par le plan ou par le portail.</translation>
    </message>
    <message>
        <source>Give a key that begins with age1, or a file that holds one.</source>
        <translation>Indiquez une clé qui commence par age1, ou un fichier qui en contient une.</translation>
    </message>
    <message>
        <source>Give a name of 1 to 120 characters.</source>
        <translation>Indiquez un nom de 1 à 120 caractères.</translation>
    </message>
    <message>
        <source>Give a whole number from 1 to 24.</source>
        <translation>Indiquez un nombre entier de 1 à 24.</translation>
    </message>
    <message>
        <source>Give an ID like 00000000-0000-0000-0000-000000000000.</source>
        <translation>Indiquez un ID au format 00000000-0000-0000-0000-000000000000.</translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation>Indiquez l’un ou l’autre.</translation>
    </message>
    <message>
        <source>Give the .age file that the setup wrote.</source>
        <translation>Indiquez le fichier .age enregistré lors de la configuration.</translation>
    </message>
    <message>
        <source>Give the Directory (tenant) ID or a domain such as contoso.onmicrosoft.com.</source>
        <translation>Indiquez l’ID de l’annuaire (locataire) ou un domaine tel que contoso.onmicrosoft.com.</translation>
    </message>
    <message>
        <source>Give the application (client) ID that the portal shows.</source>
        <translation>Indiquez l’ID d’application (client) affiché par le portail.</translation>
    </message>
    <message>
        <source>Give the file with the line that begins with AGE-SECRET-KEY-1.</source>
        <translation>Indiquez le fichier dont une ligne commence par AGE-SECRET-KEY-1.</translation>
    </message>
    <message>
        <source>Have a Security Administrator dismiss the account’s risk, then sign in again.</source>
        <translation>Demandez à un Administrateur de la sécurité d’ignorer le risque du compte, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Have the account fixed, then sign in again.</source>
        <translation>Faites rétablir ce compte, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>If it is the one you mean, name it.</source>
        <translation>Si c’est bien celle-ci, indiquez-la.</translation>
    </message>
    <message>
        <source>If you did not refuse it yourself, a policy did: Microsoft Entra’s sign-in logs name it.</source>
        <translation>Si vous ne l’avez pas refusée vous-même, une stratégie l’a fait&#xa0;: les journaux de connexion de Microsoft Entra la nomment.</translation>
    </message>
    <message>
        <source>If you trust this file, name that cloud.</source>
        <translation>Si vous faites confiance à ce fichier, indiquez ce cloud.</translation>
    </message>
    <message>
        <source>If your company’s proxy inspects TLS, its certificate must be in this computer’s store.</source>
        <translation>Si le proxy de votre entreprise inspecte le trafic TLS, son certificat doit figurer dans le magasin de certificats de cet ordinateur.</translation>
    </message>
    <message>
        <source>In the portal, set it to accounts of this organization only.</source>
        <translation>Dans le portail, limitez-la aux comptes de cette organisation.</translation>
    </message>
    <message>
        <source>In the portal, under Authentication, allow public client flows.</source>
        <translation>Dans le portail, sous Authentification, autorisez les flux clients publics.</translation>
    </message>
    <message>
        <source>It holds too many secrets, certificates or permissions.</source>
        <translation>Elle contient trop de secrets, de certificats ou d’autorisations.</translation>
    </message>
    <message>
        <source>It stopped at the step “{step}”.</source>
        <translation>Arrêt à l’étape «&#x202f;{step}&#x202f;».</translation>
    </message>
    <message>
        <source>Leave it out: the application in the recycle bin is then restored, and keeps its identity.</source>
        <translation>Renoncez-y&#xa0;: l’application dans la corbeille est alors restaurée et garde son identité.</translation>
    </message>
    <message>
        <source>Make a new one.</source>
        <translation>Créez-en de nouvelles.</translation>
    </message>
    <message>
        <source>Microsoft Graph of this tenant does not offer the permission {name}.</source>
        <translation>Microsoft Graph ne propose pas l’autorisation {name} dans ce locataire.</translation>
    </message>
    <message>
        <source>Microsoft Graph refused a request</source>
        <translation>Microsoft Graph a refusé une requête</translation>
    </message>
    <message>
        <source>Microsoft answered: {status} {code}.</source>
        <translation>Réponse de Microsoft&#xa0;: {status} {code}.</translation>
    </message>
    <message>
        <source>Microsoft asks for multifactor authentication.</source>
        <translation>Microsoft demande une authentification multifacteur.</translation>
    </message>
    <message>
        <source>Microsoft asks you to confirm the sign-in.</source>
        <translation>Microsoft vous demande de confirmer la connexion.</translation>
    </message>
    <message>
        <source>Microsoft cannot be reached</source>
        <translation>Microsoft est injoignable</translation>
    </message>
    <message>
        <source>Microsoft does not find an object that exists, or that has just been made.</source>
        <translation>Microsoft ne trouve pas un objet qui existe ou vient d’être créé.</translation>
    </message>
    <message>
        <source>Microsoft does not know this tenant in this cloud.</source>
        <translation>Microsoft ne connaît pas ce locataire dans ce cloud.</translation>
    </message>
    <message>
        <source>Microsoft does not let this account delete for good what is in the recycle bin. In some tenants that is a protected action, which a Conditional Access policy guards.</source>
        <translation>Microsoft ne laisse pas ce compte supprimer définitivement ce qui est dans la corbeille. Dans certains locataires, c’est une action protégée, soumise à une stratégie d’accès conditionnel.</translation>
    </message>
    <message>
        <source>Microsoft does not let this account manage the application’s secrets.</source>
        <translation>Microsoft ne permet pas à ce compte de gérer les secrets de l’application.</translation>
    </message>
    <message>
        <source>Microsoft does not let this account register or change the application.</source>
        <translation>Microsoft ne permet pas à ce compte d’inscrire ou de modifier l’application.</translation>
    </message>
    <message>
        <source>Microsoft does not let this account remove the application.</source>
        <translation>Microsoft ne permet pas à ce compte de supprimer l’application.</translation>
    </message>
    <message>
        <source>Microsoft is not available at the moment</source>
        <translation>Microsoft est indisponible pour le moment</translation>
    </message>
    <message>
        <source>Microsoft is still replicating</source>
        <translation>Microsoft réplique encore</translation>
    </message>
    <message>
        <source>Microsoft let this account register the application, but not go on with it: the account was not made its owner.</source>
        <translation>Microsoft a laissé ce compte inscrire l’application, mais pas continuer&#xa0;: le compte n’en est pas devenu propriétaire.</translation>
    </message>
    <message>
        <source>Microsoft refused the consent to: {denied}.</source>
        <translation>Microsoft a refusé le consentement pour&#xa0;: {denied}.</translation>
    </message>
    <message>
        <source>Microsoft refused the sign-in.</source>
        <translation>Microsoft a refusé la connexion.</translation>
    </message>
    <message>
        <source>Microsoft refused the trial read for: {refused}.</source>
        <translation>Microsoft a refusé la lecture d’essai pour&#xa0;: {refused}.</translation>
    </message>
    <message>
        <source>Microsoft refuses this account: it is locked or disabled, or its password is wrong or expired.</source>
        <translation>Microsoft refuse ce compte&#xa0;: il est verrouillé ou désactivé, ou son mot de passe est incorrect ou a expiré.</translation>
    </message>
    <message>
        <source>Microsoft regards this sign-in as risky and blocks it.</source>
        <translation>Microsoft juge que cette connexion présente un risque et la bloque.</translation>
    </message>
    <message>
        <source>Microsoft’s answer failed a security check ({check}).</source>
        <translation>La réponse de Microsoft n’a pas passé un contrôle de sécurité ({check}).</translation>
    </message>
    <message>
        <source>Microsoft’s own sign-in tool does not exist in the cloud “{cloud}”.</source>
        <translation>L’outil de connexion de Microsoft n’existe pas dans le cloud «&#x202f;{cloud}&#x202f;».</translation>
    </message>
    <message>
        <source>Microsoft’s sign-in has a temporary problem.</source>
        <translation>Le service de connexion de Microsoft rencontre un problème passager.</translation>
    </message>
    <message>
        <source>Name the tenant.</source>
        <translation>Indiquez le locataire.</translation>
    </message>
    <message>
        <source>No connection to {host} could be made.</source>
        <translation>Aucune connexion à {host} n’a pu être établie.</translation>
    </message>
    <message>
        <source>No local port could be opened for the browser’s answer ({reason}).</source>
        <translation>Cet ordinateur n’a laissé ouvrir aucun port pour la réponse du navigateur ({reason}).</translation>
    </message>
    <message>
        <source>Nobody can be asked to confirm here.</source>
        <translation>Personne ne peut confirmer ici.</translation>
    </message>
    <message>
        <source>Nobody finished the sign-in within {minutes} minutes.</source>
        <translation>Personne n’a terminé la connexion en {minutes} minutes.</translation>
    </message>
    <message>
        <source>Nothing says who may open the credentials file.</source>
        <translation>Rien n’indique qui pourra ouvrir le fichier d’identifiants.</translation>
    </message>
    <message>
        <source>Nothing was given to open the file with.</source>
        <translation>Rien n’a été fourni pour ouvrir le fichier.</translation>
    </message>
    <message>
        <source>Register a public client application with the redirect URI http://localhost there once, and name it; the offline guide says how.</source>
        <translation>Inscrivez-y une fois une application cliente publique avec l’URI de redirection http://localhost, puis indiquez-la&#x202f;; le guide hors connexion explique comment faire.</translation>
    </message>
    <message>
        <source>Remove its old secrets first.</source>
        <translation>Supprimez d’abord ses anciens secrets.</translation>
    </message>
    <message>
        <source>Run it again: it makes another one. The application and its consent stay as they are.</source>
        <translation>Relancez l’opération&#xa0;: un autre identifiant est créé. L’application et son consentement restent en l’état.</translation>
    </message>
    <message>
        <source>Run it again: it will find what exists and finish the rest.</source>
        <translation>Relancez l’opération&#xa0;: elle retrouvera ce qui existe et terminera le reste.</translation>
    </message>
    <message>
        <source>Run it again; if the problem persists, send GLIMPS the diagnostic log.</source>
        <translation>Relancez l’opération&#x202f;; si le problème persiste, envoyez le journal de diagnostic à GLIMPS.</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>Consultez --help.</translation>
    </message>
    <message>
        <source>Set this computer’s date and time.</source>
        <translation>Réglez la date et l’heure de cet ordinateur.</translation>
    </message>
    <message>
        <source>Setting up adds what is missing, and nothing else.</source>
        <translation>La configuration ajoute ce qui manque, et rien d’autre.</translation>
    </message>
    <message>
        <source>Setup stopped part-way</source>
        <translation>La configuration s’est arrêtée en cours de route</translation>
    </message>
    <message>
        <source>Several applications are called “{name}”: {candidates}.</source>
        <translation>Plusieurs applications portent le nom «&#x202f;{name}&#x202f;»&#xa0;: {candidates}.</translation>
    </message>
    <message>
        <source>Sign in again and accept them: they are used for this setup only.</source>
        <translation>Reconnectez-vous et acceptez-les&#xa0;: elles ne servent qu’à cette configuration.</translation>
    </message>
    <message>
        <source>Sign in again, and confirm it in the browser.</source>
        <translation>Reconnectez-vous et confirmez la connexion dans le navigateur.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Reconnectez-vous.</translation>
    </message>
    <message>
        <source>Sign in as a Global Administrator or a Privileged Role Administrator; if the role is only eligible, activate it in PIM first.</source>
        <translation>Connectez-vous en tant qu’Administrateur général ou Administrateur de rôle privilégié&#x202f;; si le rôle est seulement éligible, activez-le d’abord dans PIM.</translation>
    </message>
    <message>
        <source>Sign in as a Global Administrator or a Privileged Role Administrator; if the role is only eligible, activate it in PIM first. To prepare the application, so that they only consent, the Application Developer role is enough.</source>
        <translation>Connectez-vous en tant qu’Administrateur général ou Administrateur de rôle privilégié&#x202f;; si le rôle est seulement éligible, activez-le d’abord dans PIM. Pour préparer l’application, afin qu’il ne reste qu’à consentir, le rôle Développeur d’applications suffit.</translation>
    </message>
    <message>
        <source>Sign in as an administrator, or ask one to approve “Microsoft Graph Command Line Tools”.</source>
        <translation>Connectez-vous en tant qu’administrateur, ou demandez à un administrateur d’approuver «&#x202f;Microsoft Graph Command Line Tools&#x202f;».</translation>
    </message>
    <message>
        <source>Sign in on a managed computer in its own browser, not by device code.</source>
        <translation>Connectez-vous depuis un ordinateur géré, dans son propre navigateur, et non par code d’appareil.</translation>
    </message>
    <message>
        <source>Sign in with a work account of the tenant to protect.</source>
        <translation>Connectez-vous avec un compte professionnel du locataire à protéger.</translation>
    </message>
    <message>
        <source>Sign in with an account of the tenant that you named.</source>
        <translation>Connectez-vous avec un compte du locataire que vous avez indiqué.</translation>
    </message>
    <message>
        <source>Sign in with an administrator’s account of the tenant to protect.</source>
        <translation>Connectez-vous avec un compte d’administrateur du locataire à protéger.</translation>
    </message>
    <message>
        <source>Sign in with the browser.</source>
        <translation>Connectez-vous avec le navigateur.</translation>
    </message>
    <message>
        <source>Somebody else, or another run of this program, registered “{name}” (client ID {client_id}) after the plan was made.</source>
        <translation>Quelqu’un d’autre, ou une autre exécution de ce programme, a inscrit «&#x202f;{name}&#x202f;» (ID client {client_id}) après l’établissement du plan.</translation>
    </message>
    <message>
        <source>Somebody, or another run of this program, has removed the new secret or certificate from the application: it is of no use any more, and a file with it was deleted.</source>
        <translation>Quelqu’un, ou une autre exécution de ce programme, a supprimé de l’application le nouveau secret ou certificat&#xa0;: il ne sert plus à rien, et un fichier qui le contenait a été effacé.</translation>
    </message>
    <message>
        <source>Something went wrong that this program did not foresee ({kind}).</source>
        <translation>Un problème que ce programme n’avait pas prévu est survenu ({kind}).</translation>
    </message>
    <message>
        <source>Start again to get a new code.</source>
        <translation>Recommencez pour obtenir un nouveau code.</translation>
    </message>
    <message>
        <source>Start again; if the problem persists, tell your network team.</source>
        <translation>Recommencez&#x202f;; si le problème persiste, prévenez votre équipe réseau.</translation>
    </message>
    <message>
        <source>Start it again; if the browser showed an error, try a device code.</source>
        <translation>Recommencez&#x202f;; si le navigateur a affiché une erreur, essayez un code d’appareil.</translation>
    </message>
    <message>
        <source>Stopped at your request.</source>
        <translation>Arrêté à votre demande.</translation>
    </message>
    <message>
        <source>The account belongs to the tenant {found_or_unknown}, not to {wanted}.</source>
        <translation>Le compte appartient au locataire {found_or_unknown}, et non à {wanted}.</translation>
    </message>
    <message>
        <source>The account or the tenant may not create any more objects.</source>
        <translation>Le compte ou le locataire ne peut plus créer d’objets.</translation>
    </message>
    <message>
        <source>The answer did not come from Microsoft</source>
        <translation>La réponse ne vient pas de Microsoft</translation>
    </message>
    <message>
        <source>The application has become too large</source>
        <translation>L’application est devenue trop volumineuse</translation>
    </message>
    <message>
        <source>The application has no secret or certificate with the ID {key_id}.</source>
        <translation>L’application n’a ni secret ni certificat portant l’ID {key_id}.</translation>
    </message>
    <message>
        <source>The application is also meant for personal accounts, unlike ours.</source>
        <translation>L’application est aussi destinée aux comptes personnels, contrairement à la nôtre.</translation>
    </message>
    <message>
        <source>The application is disabled in this tenant.</source>
        <translation>L’application est désactivée dans ce locataire.</translation>
    </message>
    <message>
        <source>The application is not known in this tenant.</source>
        <translation>L’application n’est pas connue dans ce locataire.</translation>
    </message>
    <message>
        <source>The application lacks: {missing}.</source>
        <translation>Il manque à l’application&#xa0;: {missing}.</translation>
    </message>
    <message>
        <source>The application that is there is looked at, and the plan is made anew. Where this ends the run, run it again to see that plan.</source>
        <translation>L’application présente est examinée et le plan est refait. Si l’opération s’arrête là, relancez-la pour voir ce plan.</translation>
    </message>
    <message>
        <source>The application was not found</source>
        <translation>L’application est introuvable</translation>
    </message>
    <message>
        <source>The application was registered meanwhile</source>
        <translation>L’application a été inscrite entre-temps</translation>
    </message>
    <message>
        <source>The certificate of {host} is expired or not yet valid.</source>
        <translation>Le certificat de {host} a expiré ou n’est pas encore valide.</translation>
    </message>
    <message>
        <source>The certificate shown for {host} belongs to another name.</source>
        <translation>Le certificat présenté pour {host} appartient à un autre nom.</translation>
    </message>
    <message>
        <source>The certificate’s dates do not match this computer’s clock</source>
        <translation>Les dates du certificat ne concordent pas avec l’horloge de cet ordinateur</translation>
    </message>
    <message>
        <source>The client secret is missing.</source>
        <translation>Le secret client manque.</translation>
    </message>
    <message>
        <source>The client secret is wrong.</source>
        <translation>Le secret client est incorrect.</translation>
    </message>
    <message>
        <source>The code was mistyped, has expired or was already used.</source>
        <translation>Le code a été mal saisi, a expiré ou a déjà été utilisé.</translation>
    </message>
    <message>
        <source>The command cannot be used like this</source>
        <translation>Cette commande ne peut pas être utilisée ainsi</translation>
    </message>
    <message>
        <source>The commands are: {known}.</source>
        <translation>Les commandes sont&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>The connection to {host} broke.</source>
        <translation>La connexion à {host} a été interrompue.</translation>
    </message>
    <message>
        <source>The consent stands for: {standing}.</source>
        <translation>Le consentement est en place pour&#xa0;: {standing}.</translation>
    </message>
    <message>
        <source>The credential has expired or does not fit.</source>
        <translation>Les informations d’identification ont expiré ou ne conviennent pas.</translation>
    </message>
    <message>
        <source>The credential was not found</source>
        <translation>L’identifiant est introuvable</translation>
    </message>
    <message>
        <source>The credentials could not be verified</source>
        <translation>Les identifiants n’ont pas pu être vérifiés</translation>
    </message>
    <message>
        <source>The encrypted file was not written</source>
        <translation>Le fichier chiffré n’a pas été enregistré</translation>
    </message>
    <message>
        <source>The enterprise application stays hidden in the portal</source>
        <translation>L’application d’entreprise reste masquée dans le portail</translation>
    </message>
    <message>
        <source>The file cannot be encrypted like this</source>
        <translation>Le fichier ne peut pas être chiffré ainsi</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>Le fichier ne peut pas être ouvert</translation>
    </message>
    <message>
        <source>The file exists already</source>
        <translation>Le fichier existe déjà</translation>
    </message>
    <message>
        <source>The file is for another cloud</source>
        <translation>Le fichier concerne un autre cloud</translation>
    </message>
    <message>
        <source>The folder is not writable</source>
        <translation>Le dossier n’est pas accessible en écriture</translation>
    </message>
    <message>
        <source>The folder {path} cannot be written to.</source>
        <translation>Impossible d’écrire dans le dossier {path}.</translation>
    </message>
    <message>
        <source>The identity does not open {path}.</source>
        <translation>L’identité n’ouvre pas {path}.</translation>
    </message>
    <message>
        <source>The lifetime is limited by policy</source>
        <translation>La durée est limitée par une stratégie</translation>
    </message>
    <message>
        <source>The name of the application cannot be “{value}”.</source>
        <translation>Le nom de l’application ne peut pas être «&#x202f;{value}&#x202f;».</translation>
    </message>
    <message>
        <source>The new credential was removed meanwhile</source>
        <translation>Le nouvel identifiant a été supprimé entre-temps</translation>
    </message>
    <message>
        <source>The new secret could not be revoked: run it again, it will be removed then.</source>
        <translation>Le nouveau secret n’a pas pu être révoqué&#xa0;: relancez l’opération, il sera alors supprimé.</translation>
    </message>
    <message>
        <source>The new secret was revoked. Run it again in a few minutes.</source>
        <translation>Le nouveau secret a été révoqué. Relancez l’opération dans quelques minutes.</translation>
    </message>
    <message>
        <source>The passphrase does not open {path}.</source>
        <translation>La phrase secrète n’ouvre pas {path}.</translation>
    </message>
    <message>
        <source>The passphrase is too short or too easy to guess.</source>
        <translation>La phrase secrète est trop courte ou trop facile à deviner.</translation>
    </message>
    <message>
        <source>The passphrases differ.</source>
        <translation>Les deux phrases secrètes diffèrent.</translation>
    </message>
    <message>
        <source>The permissions were declined in the browser.</source>
        <translation>Les autorisations ont été refusées dans le navigateur.</translation>
    </message>
    <message>
        <source>The portal does not list the enterprise application “{name}” by default, and Microsoft does not let this account change that. The application works all the same.</source>
        <translation>Par défaut, le portail n’affiche pas l’application d’entreprise «&#x202f;{name}&#x202f;», et Microsoft ne permet pas à ce compte d’y remédier. L’application fonctionne malgré tout.</translation>
    </message>
    <message>
        <source>The proxy refused the connection</source>
        <translation>Le proxy a refusé la connexion</translation>
    </message>
    <message>
        <source>The role Application Developer is needed for that, or have somebody prepare the application who holds it.</source>
        <translation>Il faut pour cela le rôle Développeur d’applications&#x202f;; sinon, faites préparer l’application par quelqu’un qui le possède.</translation>
    </message>
    <message>
        <source>The secret is not lost: choose another place for the file.</source>
        <translation>Le secret n’est pas perdu&#xa0;: choisissez un autre emplacement pour le fichier.</translation>
    </message>
    <message>
        <source>The secret was revoked: run it again with another place for the file.</source>
        <translation>Le secret a été révoqué&#xa0;: relancez l’opération avec un autre emplacement pour le fichier.</translation>
    </message>
    <message>
        <source>The secure connection is not trusted</source>
        <translation>La connexion sécurisée n’est pas approuvée</translation>
    </message>
    <message>
        <source>The sign-in application does not allow the address http://localhost.</source>
        <translation>L’application de connexion n’autorise pas l’adresse http://localhost.</translation>
    </message>
    <message>
        <source>The sign-in application needs an administrator’s approval.</source>
        <translation>L’application de connexion doit être approuvée par un administrateur.</translation>
    </message>
    <message>
        <source>The sign-in application, or Microsoft Graph, is disabled in this tenant.</source>
        <translation>L’application de connexion ou Microsoft Graph est désactivée dans ce locataire.</translation>
    </message>
    <message>
        <source>The sign-in did not succeed</source>
        <translation>La connexion n’a pas abouti</translation>
    </message>
    <message>
        <source>The sign-in is no longer valid: it is too old, or was revoked.</source>
        <translation>La connexion n’est plus valide&#xa0;: elle est trop ancienne ou a été révoquée.</translation>
    </message>
    <message>
        <source>The sign-in was refused.</source>
        <translation>La connexion a été refusée.</translation>
    </message>
    <message>
        <source>The unique name is taken</source>
        <translation>Le nom unique est déjà pris</translation>
    </message>
    <message>
        <source>There are too many objects</source>
        <translation>Il y a trop d’objets</translation>
    </message>
    <message>
        <source>There is no display for the wizard here.</source>
        <translation>Il n’y a pas d’écran ici pour afficher l’assistant.</translation>
    </message>
    <message>
        <source>This account does not exist in that tenant.</source>
        <translation>Ce compte n’existe pas dans ce locataire.</translation>
    </message>
    <message>
        <source>This account is not assigned to the sign-in application.</source>
        <translation>Ce compte n’est pas affecté à l’application de connexion.</translation>
    </message>
    <message>
        <source>This account may neither register an application nor give admin consent.</source>
        <translation>Ce compte ne peut ni inscrire une application ni accorder le consentement administrateur.</translation>
    </message>
    <message>
        <source>This account may not do that.</source>
        <translation>Ce compte ne peut pas faire cela.</translation>
    </message>
    <message>
        <source>This account may register the application, but not give admin consent to it.</source>
        <translation>Ce compte peut inscrire l’application, mais pas lui accorder le consentement administrateur.</translation>
    </message>
    <message>
        <source>This application is not removed</source>
        <translation>Cette application n’est pas supprimée</translation>
    </message>
    <message>
        <source>This cloud needs your own sign-in application</source>
        <translation>Ce cloud exige votre propre application de connexion</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate shown for {host}.</source>
        <translation>Cet ordinateur n’approuve pas le certificat présenté pour {host}.</translation>
    </message>
    <message>
        <source>This computer’s clock is wrong</source>
        <translation>L’horloge de cet ordinateur est déréglée</translation>
    </message>
    <message>
        <source>This computer’s clock is {minutes} minutes ahead of Microsoft’s.</source>
        <translation>L’horloge de cet ordinateur avance de {minutes}&#xa0;min sur celle de Microsoft.</translation>
    </message>
    <message>
        <source>This computer’s clock is {minutes} minutes behind Microsoft’s.</source>
        <translation>L’horloge de cet ordinateur retarde de {minutes}&#xa0;min sur celle de Microsoft.</translation>
    </message>
    <message>
        <source>This is a personal Microsoft account.</source>
        <translation>Il s’agit d’un compte Microsoft personnel.</translation>
    </message>
    <message>
        <source>This is not a client secret</source>
        <translation>Ce n’est pas un secret client</translation>
    </message>
    <message>
        <source>This tenant has no application {app}.</source>
        <translation>Ce locataire n’a pas d’application {app}.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>Try again; if the problem persists, give GLIMPS the request id.</source>
        <translation>Réessayez&#x202f;; si le problème persiste, communiquez l’ID de demande à GLIMPS.</translation>
    </message>
    <message>
        <source>Try again; if the problem persists, look the number up at https://login.microsoftonline.com/error.</source>
        <translation>Réessayez&#x202f;; si le problème persiste, recherchez le numéro sur https://login.microsoftonline.com/error.</translation>
    </message>
    <message>
        <source>Try the other way, browser or device code, or ask for an exception; device codes are often blocked.</source>
        <translation>Essayez l’autre méthode, navigateur ou code d’appareil, ou demandez une exception&#x202f;; les codes d’appareil sont souvent bloqués.</translation>
    </message>
    <message>
        <source>Type the same one twice.</source>
        <translation>Saisissez deux fois la même.</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>Erreur inattendue</translation>
    </message>
    <message>
        <source>Unknown command: {command}.</source>
        <translation>Commande inconnue&#xa0;: {command}.</translation>
    </message>
    <message>
        <source>Unknown option: {option}.</source>
        <translation>Option inconnue&#xa0;: {option}.</translation>
    </message>
    <message>
        <source>Use a certificate instead.</source>
        <translation>Utilisez plutôt un certificat.</translation>
    </message>
    <message>
        <source>Use a device code instead.</source>
        <translation>Utilisez plutôt un code d’appareil.</translation>
    </message>
    <message>
        <source>Use a newer version of GLIMPS ODSP Setup.</source>
        <translation>Utilisez une version plus récente de GLIMPS ODSP Setup.</translation>
    </message>
    <message>
        <source>Use at least {shortest} characters; several unrelated words are best.</source>
        <translation>Prenez au moins {shortest} caractères&#x202f;; plusieurs mots sans rapport entre eux conviennent le mieux.</translation>
    </message>
    <message>
        <source>Use lower-case letters and digits only.</source>
        <translation>Utilisez uniquement des lettres minuscules et des chiffres.</translation>
    </message>
    <message>
        <source>Use the console instead: glimps-odsp-setup setup.</source>
        <translation>Utilisez plutôt la console&#xa0;: glimps-odsp-setup setup.</translation>
    </message>
    <message>
        <source>Use the identity that belongs to the recipient’s public key.</source>
        <translation>Utilisez l’identité qui correspond à la clé publique du destinataire.</translation>
    </message>
    <message>
        <source>Wait a minute and try again; if the problem persists, tell GLIMPS the number.</source>
        <translation>Patientez une minute, puis réessayez&#x202f;; si le problème persiste, communiquez le numéro à GLIMPS.</translation>
    </message>
    <message>
        <source>Which application is meant?</source>
        <translation>De quelle application s’agit-il&#x202f;?</translation>
    </message>
    <message>
        <source>You pasted the secret’s ID; its value is needed.</source>
        <translation>Vous avez collé l’ID de secret&#x202f;; il faut la Valeur.</translation>
    </message>
    <message>
        <source>Your company’s network or policy forbids signing in to that tenant.</source>
        <translation>Le réseau ou une stratégie de votre entreprise interdit de se connecter à ce locataire.</translation>
    </message>
    <message>
        <source>Your own sign-in application belongs to one tenant only.</source>
        <translation>Votre application de connexion n’appartient qu’à un seul locataire.</translation>
    </message>
    <message>
        <source>Your own sign-in application is not a public client.</source>
        <translation>Votre propre application de connexion n’est pas un client public.</translation>
    </message>
    <message>
        <source>Your proxy did not let the program reach {host}.</source>
        <translation>Votre proxy n’a pas laissé le programme atteindre {host}.</translation>
    </message>
    <message>
        <source>Your role is not sufficient</source>
        <translation>Votre rôle ne suffit pas</translation>
    </message>
    <message>
        <source>Your tenant’s policy does not allow a credential of {asked} days.</source>
        <translation>La stratégie de votre locataire n’autorise pas un identifiant de {asked} jours.</translation>
    </message>
    <message>
        <source>Your tenant’s policy forbids certificates</source>
        <translation>La stratégie de votre locataire interdit les certificats</translation>
    </message>
    <message>
        <source>Your tenant’s policy forbids secrets</source>
        <translation>La stratégie de votre locataire interdit les secrets</translation>
    </message>
    <message>
        <source>a file of this name exists</source>
        <translation>un fichier de ce nom existe</translation>
    </message>
    <message>
        <source>access is denied</source>
        <translation>l’accès est refusé</translation>
    </message>
    <message>
        <source>created on {date}</source>
        <translation>créée le {date}</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>il n’existe pas</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>it is not text in UTF-8</source>
        <translation>ce n’est pas du texte en UTF-8</translation>
    </message>
    <message>
        <source>it is too big</source>
        <translation>il est trop volumineux</translation>
    </message>
    <message>
        <source>secrets until {dates}</source>
        <translation>secrets valables jusqu’au {dates}</translation>
    </message>
    <message>
        <source>the application and its consent stay as they are</source>
        <translation>l’application et son consentement restent en place</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the drive is read-only</source>
        <translation>le lecteur est en lecture seule</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>le nom est trop long</translation>
    </message>
    <message>
        <source>the system refused</source>
        <translation>le système a refusé</translation>
    </message>
    <message>
        <source>{first} and {second} cannot be used together.</source>
        <translation>{first} et {second} s’excluent mutuellement.</translation>
    </message>
    <message>
        <source>{host} answered with something that is not Microsoft’s (HTTP {status}).</source>
        <translation>{host} a renvoyé une réponse qui n’est pas celle de Microsoft (HTTP {status}).</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>{host} keeps answering that it cannot serve (HTTP {status}).</source>
        <translation>{host} continue de répondre que le service est indisponible (HTTP {status}).</translation>
    </message>
    <message>
        <source>{option} can only be used with {other}.</source>
        <translation>{option} n’a de sens qu’avec {other}.</translation>
    </message>
    <message>
        <source>{option} needs a value.</source>
        <translation>{option} attend une valeur.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}).</source>
        <translation>Impossible d’enregistrer {path} ({reason}).</translation>
    </message>
    <message>
        <source>{path} exists already.</source>
        <translation>{path} existe déjà.</translation>
    </message>
    <message>
        <source>{path} holds no age identity.</source>
        <translation>{path} ne contient aucune identité age.</translation>
    </message>
    <message>
        <source>{path} is damaged or incomplete.</source>
        <translation>{path} est endommagé ou incomplet.</translation>
    </message>
    <message>
        <source>{path} is for another cloud ({authority}).</source>
        <translation>{path} concerne un autre cloud ({authority}).</translation>
    </message>
    <message>
        <source>{path} is not an encrypted credentials file.</source>
        <translation>{path} n’est pas un fichier d’identifiants chiffré.</translation>
    </message>
    <message>
        <source>{path} is of version {version}, which this program does not know.</source>
        <translation>{path} est de la version {version}, que ce programme ne connaît pas.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the value of “{key}” cannot be used.</source>
        <translation>{path}, ligne {line}&#xa0;: la valeur de «&#x202f;{key}&#x202f;» n’est pas utilisable.</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is not TOML.</source>
        <translation>{path}, ligne {line}&#xa0;: ce n’est pas du TOML.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{key}” is not known here.</source>
        <translation>{path}, ligne {line}&#xa0;: «&#x202f;{key}&#x202f;» n’est pas reconnu ici.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{key}” is of the wrong type.</source>
        <translation>{path}, ligne {line}&#xa0;: «&#x202f;{key}&#x202f;» n’est pas du bon type.</translation>
    </message>
    <message>
        <source>{path}: “{key}” is missing.</source>
        <translation>{path}&#xa0;: «&#x202f;{key}&#x202f;» est absent.</translation>
    </message>
    <message>
        <source>“{name}” was not made by this program.</source>
        <translation>«&#x202f;{name}&#x202f;» n’a pas été créée par ce programme.</translation>
    </message>
    <message>
        <source>“{value}” cannot be the connector’s name for this tenant.</source>
        <translation>«&#x202f;{value}&#x202f;» ne peut pas être le nom de ce locataire dans le connecteur.</translation>
    </message>
    <message>
        <source>“{value}” is neither a tenant ID nor a domain.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est ni un ID de locataire ni un domaine.</translation>
    </message>
    <message>
        <source>“{value}” is not a lifetime in months.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est pas une durée en mois.</translation>
    </message>
    <message>
        <source>“{value}” is not allowed for {option}.</source>
        <translation>{option} n’admet pas «&#x202f;{value}&#x202f;».</translation>
    </message>
    <message>
        <source>“{value}” is not an ID for {option}.</source>
        <translation>{option}&#xa0;: «&#x202f;{value}&#x202f;» n’est pas un ID valable.</translation>
    </message>
    <message>
        <source>“{value}” is not an age public key.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est pas une clé publique age.</translation>
    </message>
</context>
<context>
    <name>ExistingPage</name>
    <message>
        <source>&amp;Application (client) ID</source>
        <translation>ID d’&amp;application (client)</translation>
    </message>
    <message>
        <source>&amp;Directory (tenant) ID, or domain</source>
        <translation>ID de l’annuaire (&amp;locataire), ou domaine</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>Client secret: the “Val&amp;ue”</source>
        <translation>Secret client&#xa0;: la «&#x202f;Val&amp;eur&#x202f;»</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>No secret at hand? &amp;Sign in to read the configuration</source>
        <translation>Pas de secret sous la main&#x202f;? &amp;Me connecter pour lire la configuration</translation>
    </message>
    <message>
        <source>Paste the three values that the portal shows, under the same names.</source>
        <translation>Collez les trois valeurs affichées par le portail, sous les mêmes noms.</translation>
    </message>
    <message>
        <source>The secret is tried with Microsoft only: a token, its permissions, one read for each of them. Nothing is changed.</source>
        <translation>Le secret n’est essayé qu’auprès de Microsoft&#xa0;: un jeton, ses autorisations, une lecture pour chacune. Rien n’est modifié.</translation>
    </message>
    <message>
        <source>Verify an existing application</source>
        <translation>Vérifiez une application existante</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>&amp;Complete what is missing…</source>
        <translation>&amp;Compléter ce qui manque…</translation>
    </message>
    <message>
        <source>&amp;Hand over…</source>
        <translation>Re&amp;mettre…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Rée&amp;ssayer</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification en cours…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Correct the values</source>
        <translation>Corriger les valeurs</translation>
    </message>
    <message>
        <source>Everything GLIMPS needs is in place</source>
        <translation>Tout ce dont GLIMPS a besoin est en place</translation>
    </message>
    <message>
        <source>Go on to the plan</source>
        <translation>Passer au plan</translation>
    </message>
    <message>
        <source>Make a &amp;new secret…</source>
        <translation>Créer un &amp;nouveau secret…</translation>
    </message>
    <message>
        <source>Nothing is taken away from it here. What is not needed can be removed in the portal, under “API permissions”.</source>
        <translation>Rien ne lui est retiré ici. Les autorisations superflues peuvent être supprimées dans le portail, sous «&#x202f;API autorisées&#x202f;».</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Il manque quelque chose</translation>
    </message>
    <message>
        <source>The application may do more than GLIMPS needs</source>
        <translation>L’application dispose de plus de droits que nécessaire</translation>
    </message>
    <message>
        <source>The check could not be done</source>
        <translation>La vérification n’a pas pu être faite</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>&amp;Deliver now</source>
        <translation>Remettre &amp;maintenant</translation>
    </message>
    <message>
        <source>&amp;Revoke the secret and quit</source>
        <translation>&amp;Révoquer le secret et quitter</translation>
    </message>
    <message>
        <source>GLIMPS ODSP Connector</source>
        <translation>Connecteur ODSP GLIMPS</translation>
    </message>
    <message>
        <source>Nobody will be able to read it again once this window is closed.</source>
        <translation>Personne ne pourra plus le lire une fois cette fenêtre fermée.</translation>
    </message>
    <message>
        <source>The secret has not been delivered</source>
        <translation>Le secret n’a pas été remis</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>A secret that is not delivered yet is marked by a tag for a moment.</source>
        <translation>Un secret qui n’est pas encore remis est signalé un moment par une balise.</translation>
    </message>
    <message>
        <source>Admin consent, one permission at a time.</source>
        <translation>Consentement administrateur, autorisation par autorisation.</translation>
    </message>
    <message>
        <source>It needs this in the bicepconfig.json beside it:</source>
        <translation>Le fichier bicepconfig.json voisin doit contenir&#xa0;:</translation>
    </message>
    <message>
        <source>No secret is made here, for it would stay readable in a state or a deployment record. Once the application exists, make it with:</source>
        <translation>Aucun secret n’est créé ici, car il resterait lisible dans un état ou un historique de déploiement. Une fois l’application créée, faites-le avec&#xa0;:</translation>
    </message>
    <message>
        <source>So that the portal lists it among the enterprise applications.</source>
        <translation>Pour que le portail l’affiche parmi les applications d’entreprise.</translation>
    </message>
    <message>
        <source>The consent takes an account or a deployment identity that may grant application permissions of Microsoft Graph: {roles}.</source>
        <translation>Le consentement exige un compte ou une identité de déploiement qui peut accorder des autorisations d’application de Microsoft Graph&#xa0;: {roles}.</translation>
    </message>
    <message>
        <source>The provider cannot set the unique name {unique_name}: GLIMPS ODSP Setup finds this application by its tag.</source>
        <translation>Le fournisseur ne permet pas d’indiquer le nom unique {unique_name}&#xa0;: GLIMPS ODSP Setup retrouve cette application par sa balise.</translation>
    </message>
    <message>
        <source>The unique name is that of GLIMPS ODSP Setup: what one of them has made, the other one finds and completes.</source>
        <translation>Le nom unique est celui de GLIMPS ODSP Setup&#xa0;: ce que l’un a créé, l’autre le retrouve et le complète.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>the Microsoft Entra admin center of your cloud</source>
        <translation>le centre d’administration Microsoft Entra de votre cloud</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{application}: access “{profile}”. Written by GLIMPS ODSP Setup {version}; it changes nothing by itself.</source>
        <translation>{application}&#xa0;: accès «&#x202f;{profile}&#x202f;». Écrit par GLIMPS ODSP Setup {version}&#x202f;; ce fichier ne modifie rien à lui seul.</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>  - {name}: {why}</source>
        <translation>  - {name}&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Afterwards “setup” of GLIMPS ODSP Setup finishes the job, on any computer.</source>
        <translation>La commande «&#x202f;setup&#x202f;» de GLIMPS ODSP Setup terminera ensuite le travail, sur n’importe quel ordinateur.</translation>
    </message>
    <message>
        <source>Application (client) ID: {id}</source>
        <translation>ID d’application (client)&#xa0;: {id}</translation>
    </message>
    <message>
        <source>Directory (tenant) ID: {id}</source>
        <translation>ID de l’annuaire (locataire)&#xa0;: {id}</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Bonjour,</translation>
    </message>
    <message>
        <source>In the portal, with the button “Grant admin consent”:</source>
        <translation>Dans le portail, avec le bouton «&#x202f;Accorder le consentement administrateur&#x202f;»&#xa0;:</translation>
    </message>
    <message>
        <source>Or on this page; should Microsoft show the error AADSTS500113 after “Accept”, the consent may have been recorded all the same:</source>
        <translation>Ou sur cette page&#x202f;; si Microsoft affiche l’erreur AADSTS500113 après «&#x202f;Accepter&#x202f;», le consentement peut avoir été enregistré malgré tout&#xa0;:</translation>
    </message>
    <message>
        <source>The application “{name}” is registered in {organization}. It lets GLIMPS scan the files of OneDrive and SharePoint, and waits for your admin consent to these application permissions of Microsoft Graph:</source>
        <translation>L’application «&#x202f;{name}&#x202f;» est inscrite dans {organization}. Elle permet à GLIMPS d’analyser les fichiers OneDrive et SharePoint, et attend votre consentement administrateur pour ces autorisations d’application de Microsoft Graph&#xa0;:</translation>
    </message>
    <message>
        <source>This requires the role Global Administrator or Privileged Role Administrator.</source>
        <translation>Le rôle Administrateur général ou Administrateur de rôle privilégié est nécessaire.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>ID of the application meant</source>
        <translation>ID de l’application concernée</translation>
    </message>
    <message>
        <source>Microsoft cloud, or a cloud file; default: global</source>
        <translation>cloud Microsoft, ou fichier décrivant un cloud&#x202f;; par défaut&#xa0;: global</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Options&#xa0;:</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Utilisation&#xa0;:</translation>
    </message>
    <message>
        <source>Without a command, the wizard opens.</source>
        <translation>Sans commande, l’assistant s’ouvre.</translation>
    </message>
    <message>
        <source>age identity that opens the file</source>
        <translation>identité age qui ouvre le fichier</translation>
    </message>
    <message>
        <source>an application of ours in the recycle bin: restore it (default) or purge it</source>
        <translation>application se trouvant dans la corbeille&#xa0;: la restaurer (par défaut) ou la supprimer définitivement</translation>
    </message>
    <message>
        <source>compare the tenant, or try a credential, and change nothing</source>
        <translation>comparer le locataire, ou essayer un identifiant, sans rien modifier</translation>
    </message>
    <message>
        <source>decrypt a file that setup wrote</source>
        <translation>déchiffrer un fichier enregistré par setup</translation>
    </message>
    <message>
        <source>delete the application that setup made</source>
        <translation>supprimer l’application créée par setup</translation>
    </message>
    <message>
        <source>diagnostic log, without any secret</source>
        <translation>journal de diagnostic, sans aucun secret</translation>
    </message>
    <message>
        <source>display name of the application</source>
        <translation>nom d’affichage de l’application</translation>
    </message>
    <message>
        <source>do not ask for confirmation</source>
        <translation>ne pas demander de confirmation</translation>
    </message>
    <message>
        <source>do not open the browser, print the address</source>
        <translation>ne pas ouvrir le navigateur, afficher l’adresse</translation>
    </message>
    <message>
        <source>file to write</source>
        <translation>fichier à enregistrer</translation>
    </message>
    <message>
        <source>file with the passphrase, or - for standard input</source>
        <translation>fichier contenant la phrase secrète, ou - pour l’entrée standard</translation>
    </message>
    <message>
        <source>form of the output; default: json</source>
        <translation>format de sortie&#x202f;; par défaut&#xa0;: json</translation>
    </message>
    <message>
        <source>kind of credential; default: secret</source>
        <translation>type d’identifiants&#x202f;; par défaut&#xa0;: secret</translation>
    </message>
    <message>
        <source>language of the texts; default: the system’s</source>
        <translation>langue des textes&#x202f;; par défaut&#xa0;: celle du système</translation>
    </message>
    <message>
        <source>lifetime of the credential, 1 to 24; default: 12</source>
        <translation>durée de validité des identifiants, de 1 à 24 mois&#x202f;; par défaut&#xa0;: 12</translation>
    </message>
    <message>
        <source>make one new secret beside the old ones, prove it, write the encrypted file</source>
        <translation>créer un nouveau secret à côté des anciens, le vérifier, enregistrer le fichier chiffré</translation>
    </message>
    <message>
        <source>one JSON event a line on standard output</source>
        <translation>un événement JSON par ligne sur la sortie standard</translation>
    </message>
    <message>
        <source>own public client application for the sign-in</source>
        <translation>votre propre application cliente publique pour la connexion</translation>
    </message>
    <message>
        <source>permission profile: remediation (default) or detect-only</source>
        <translation>profil d’autorisations&#xa0;: remediation (par défaut) ou detect-only</translation>
    </message>
    <message>
        <source>print the application as a Microsoft Graph Bicep template</source>
        <translation>afficher l’application sous forme de modèle Bicep pour Microsoft Graph</translation>
    </message>
    <message>
        <source>print the application as a Terraform configuration</source>
        <translation>afficher l’application sous forme de configuration Terraform</translation>
    </message>
    <message>
        <source>print the guide as plain text</source>
        <translation>afficher le guide en texte brut</translation>
    </message>
    <message>
        <source>receipt of the plan or of the result, without any secret</source>
        <translation>reçu du plan ou du résultat, sans aucun secret</translation>
    </message>
    <message>
        <source>recipient’s age public key; may be repeated</source>
        <translation>clé publique age de qui pourra ouvrir le fichier&#x202f;; option répétable</translation>
    </message>
    <message>
        <source>register everything, prove it, write the encrypted file</source>
        <translation>tout inscrire, vérifier, enregistrer le fichier chiffré</translation>
    </message>
    <message>
        <source>register, and leave the consent to another administrator (exit code 6)</source>
        <translation>inscrire l’application et laisser le consentement à un autre administrateur (code de sortie 6)</translation>
    </message>
    <message>
        <source>rehearse in an embedded tenant; nothing leaves this computer</source>
        <translation>s’entraîner dans un locataire de démonstration&#x202f;; rien ne quitte cet ordinateur</translation>
    </message>
    <message>
        <source>remove only the credentials that have ended</source>
        <translation>supprimer seulement les identifiants expirés</translation>
    </message>
    <message>
        <source>remove only this old credential; may be repeated</source>
        <translation>supprimer seulement cet ancien identifiant&#x202f;; répétable</translation>
    </message>
    <message>
        <source>replace the file if it exists</source>
        <translation>remplacer le fichier s’il existe</translation>
    </message>
    <message>
        <source>show the plan and change nothing</source>
        <translation>afficher le plan sans rien modifier</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>afficher la version</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>afficher cette aide</translation>
    </message>
    <message>
        <source>sign in to this tenant only</source>
        <translation>ne se connecter qu’à ce locataire</translation>
    </message>
    <message>
        <source>state of the embedded tenant</source>
        <translation>état du locataire de démonstration</translation>
    </message>
    <message>
        <source>the connector’s name for this tenant (letters and digits)</source>
        <translation>nom de ce locataire dans le connecteur (lettres et chiffres)</translation>
    </message>
    <message>
        <source>verify this client secret: a file with its value, or - for standard input</source>
        <translation>vérifier ce secret client&#xa0;: fichier contenant sa valeur, ou - pour l’entrée standard</translation>
    </message>
    <message>
        <source>way to sign in; default: the browser where there is one</source>
        <translation>mode de connexion&#x202f;; par défaut&#xa0;: le navigateur s’il y en a un</translation>
    </message>
    <message>
        <source>write the offline guide of the manual way, and print its path</source>
        <translation>écrire le guide hors ligne de la procédure manuelle, et afficher son chemin</translation>
    </message>
</context>
<context>
    <name>InfoBar</name>
    <message>
        <source>Copy the diagnostic</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Détails techniques</translation>
    </message>
</context>
<context>
    <name>Landing</name>
    <message>
        <source>Microsoft’s answer has arrived. Go back to GLIMPS ODSP Setup to continue.</source>
        <translation>La réponse de Microsoft est arrivée. Revenez à GLIMPS ODSP Setup pour continuer.</translation>
    </message>
    <message>
        <source>Nothing was changed. Go back to GLIMPS ODSP Setup to see why and to try again.</source>
        <translation>Rien n’a été modifié. Revenez à GLIMPS ODSP Setup pour en connaître la raison et réessayer.</translation>
    </message>
    <message>
        <source>The sign-in was not completed</source>
        <translation>La connexion n’a pas abouti</translation>
    </message>
    <message>
        <source>You can close this tab</source>
        <translation>Vous pouvez fermer cet onglet</translation>
    </message>
</context>
<context>
    <name>LeftOver</name>
    <message>
        <source>The rights that you gave to the sign-in tool stay in your tenant. You can look at them, or take them back, whenever you like.</source>
        <translation>Les droits que vous avez accordés à l’outil de connexion restent dans votre locataire. Vous pouvez les consulter ou les retirer à tout moment.</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>App registration “{name}”</source>
        <translation>Inscription d’application «&#x202f;{name}&#x202f;»</translation>
    </message>
    <message>
        <source>App registration “{name}” in the recycle bin</source>
        <translation>Inscription d’application «&#x202f;{name}&#x202f;», dans la corbeille</translation>
    </message>
    <message>
        <source>Certificate that an interrupted run left ({key_id})</source>
        <translation>Certificat laissé par une exécution interrompue ({key_id})</translation>
    </message>
    <message>
        <source>Certificate {key_id}</source>
        <translation>Certificat {key_id}</translation>
    </message>
    <message>
        <source>Certificate “{name}”</source>
        <translation>Certificat «&#x202f;{name}&#x202f;»</translation>
    </message>
    <message>
        <source>Client secret or certificate</source>
        <translation>Secret client ou certificat</translation>
    </message>
    <message>
        <source>Client secret {key_id}</source>
        <translation>Secret client {key_id}</translation>
    </message>
    <message>
        <source>Client secret “{name}”</source>
        <translation>Secret client «&#x202f;{name}&#x202f;»</translation>
    </message>
    <message>
        <source>Enterprise application (service principal)</source>
        <translation>Application d’entreprise (principal de service)</translation>
    </message>
    <message>
        <source>High access</source>
        <translation>Accès élevé</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Secret that an interrupted run left ({key_id})</source>
        <translation>Secret laissé par une exécution interrompue ({key_id})</translation>
    </message>
    <message>
        <source>ended on {date}</source>
        <translation>expiré depuis le {date}</translation>
    </message>
    <message>
        <source>ends soon, on {date}</source>
        <translation>expire bientôt, le {date}</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>accordée</translation>
    </message>
    <message>
        <source>granted, but the trial read was refused</source>
        <translation>accordée, mais la lecture d’essai est refusée</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>en place</translation>
    </message>
    <message>
        <source>in place, unchanged</source>
        <translation>en place, inchangé</translation>
    </message>
    <message>
        <source>left to another administrator</source>
        <translation>par un autre administrateur</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquante</translation>
    </message>
    <message>
        <source>not needed by GLIMPS</source>
        <translation>superflue pour GLIMPS</translation>
    </message>
    <message>
        <source>not needed, does no harm</source>
        <translation>superflue, tolérée</translation>
    </message>
    <message>
        <source>obtained</source>
        <translation>obtenu</translation>
    </message>
    <message>
        <source>valid until {date}</source>
        <translation>valable jusqu’au {date}</translation>
    </message>
    <message>
        <source>will be completed</source>
        <translation>à compléter</translation>
    </message>
    <message>
        <source>will be created</source>
        <translation>à créer</translation>
    </message>
    <message>
        <source>will be deleted for good</source>
        <translation>à supprimer définitivement</translation>
    </message>
    <message>
        <source>will be granted</source>
        <translation>à accorder</translation>
    </message>
    <message>
        <source>will be removed</source>
        <translation>à supprimer</translation>
    </message>
    <message>
        <source>will be restored</source>
        <translation>à restaurer</translation>
    </message>
    <message>
        <source>{credential}, until {date}</source>
        <translation>{credential}, jusqu’au {date}</translation>
    </message>
    <message>
        <source>{name} (delegated)</source>
        <translation>{name} (déléguée)</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Encrypted file written: {path}</source>
        <translation>Fichier chiffré enregistré&#xa0;: {path}</translation>
    </message>
    <message>
        <source>Permissions granted: {granted} of {asked}</source>
        <translation>Autorisations accordées&#xa0;: {granted} sur {asked}</translation>
    </message>
    <message>
        <source>Signed in to {tenant}</source>
        <translation>Connecté à {tenant}</translation>
    </message>
    <message>
        <source>Token obtained, permissions: {granted} of {asked}</source>
        <translation>Jeton obtenu, autorisations&#xa0;: {granted} sur {asked}</translation>
    </message>
    <message>
        <source>Waiting for the device code to be entered</source>
        <translation>En attente de la saisie du code d’appareil</translation>
    </message>
    <message>
        <source>Waiting for the sign-in in the browser</source>
        <translation>En attente de la connexion dans le navigateur</translation>
    </message>
    <message>
        <source>{step}: done ({seconds} s)</source>
        <translation>{step}&#xa0;: terminé ({seconds}&#xa0;s)</translation>
    </message>
    <message>
        <source>{step}: failed</source>
        <translation>{step}&#xa0;: échec</translation>
    </message>
    <message>
        <source>{step}…</source>
        <translation>{step}…</translation>
    </message>
</context>
<context>
    <name>LookUp</name>
    <message>
        <source>&amp;Look it up</source>
        <translation>&amp;Chercher</translation>
    </message>
    <message>
        <source>Its &amp;application (client) ID</source>
        <translation>Son ID d’&amp;application (client)</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Calendar entries (*.ics)</source>
        <translation>Rendez-vous (*.ics)</translation>
    </message>
    <message>
        <source>Save the reminder</source>
        <translation>Enregistrer le rappel</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>report-{domain}.pdf</source>
        <translation>rapport-{domain}.pdf</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>&amp;Remove the application</source>
        <translation>&amp;Supprimer l’application</translation>
    </message>
    <message>
        <source>A new certificate will be added to {app}</source>
        <translation>Un nouveau certificat sera ajouté à {app}</translation>
    </message>
    <message>
        <source>A new secret will be added to {app}</source>
        <translation>Un nouveau secret sera ajouté à {app}</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Choose one of them first.</source>
        <translation>Choisissez d’abord l’une d’elles.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
    <message>
        <source>Complete the a&amp;pplication</source>
        <translation>Compléter l’a&amp;pplication</translation>
    </message>
    <message>
        <source>Complete what is missing</source>
        <translation>Compléter ce qui manque</translation>
    </message>
    <message>
        <source>Continue without consent</source>
        <translation>Continuer sans consentement</translation>
    </message>
    <message>
        <source>Create &amp;and grant consent</source>
        <translation>&amp;Créer et accorder le consentement</translation>
    </message>
    <message>
        <source>Create a &amp;new certificate</source>
        <translation>Créer un &amp;nouveau certificat</translation>
    </message>
    <message>
        <source>Create a &amp;new secret</source>
        <translation>Créer un &amp;nouveau secret</translation>
    </message>
    <message>
        <source>Create the a&amp;pplication</source>
        <translation>Créer l’a&amp;pplication</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Delete it for good, and register a new one</source>
        <translation>La supprimer définitivement et en inscrire une nouvelle</translation>
    </message>
    <message>
        <source>Everything is already in place in {org}</source>
        <translation>Tout est déjà en place dans {org}</translation>
    </message>
    <message>
        <source>For this organization only, without a redirect address</source>
        <translation>Pour cette organisation uniquement, sans URI de redirection</translation>
    </message>
    <message>
        <source>Here is what will be created in {org}</source>
        <translation>Voici ce qui sera créé dans {org}</translation>
    </message>
    <message>
        <source>Here is what will be done in {org}</source>
        <translation>Voici ce qui sera fait dans {org}</translation>
    </message>
    <message>
        <source>Here is what will be removed from {org}</source>
        <translation>Voici ce qui sera supprimé de {org}</translation>
    </message>
    <message>
        <source>Leave it there, and register a new one under another name</source>
        <translation>L’y laisser et en inscrire une nouvelle sous un autre nom</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>Durée de validité</translation>
    </message>
    <message>
        <source>Na&amp;me of the application</source>
        <translation>No&amp;m de l’application</translation>
    </message>
    <message>
        <source>No access to users’ mailboxes.</source>
        <translation>Pas d’accès aux boîtes aux lettres des utilisateurs.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Rien n’a encore été modifié.</translation>
    </message>
    <message>
        <source>Only old secrets and certificates</source>
        <translation>Seulement d’anciens secrets et certificats</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Reading the tenant…</source>
        <translation>Lecture du locataire…</translation>
    </message>
    <message>
        <source>Remove the o&amp;ld secrets</source>
        <translation>Supprimer les &amp;anciens secrets</translation>
    </message>
    <message>
        <source>Restore it, with its permissions (recommended)</source>
        <translation>La restaurer, avec ses autorisations (recommandé)</translation>
    </message>
    <message>
        <source>Sa&amp;ve the plan…</source>
        <translation>Enregistrer le p&amp;lan…</translation>
    </message>
    <message>
        <source>Set up everything instead</source>
        <translation>Tout configurer à la place</translation>
    </message>
    <message>
        <source>The application and all its access</source>
        <translation>L’application et tous ses accès</translation>
    </message>
    <message>
        <source>The application’s presence in your tenant, to which consent is given</source>
        <translation>La présence de l’application dans votre locataire, à laquelle le consentement est accordé</translation>
    </message>
    <message>
        <source>The plan has changed</source>
        <translation>Le plan a changé</translation>
    </message>
    <message>
        <source>The tenant is no longer as it was when you agreed. Read what will happen now before you go on.</source>
        <translation>Le locataire n’est plus dans l’état où il était lors de votre accord. Lisez ce qui va se passer maintenant avant de continuer.</translation>
    </message>
    <message>
        <source>There is no plan to carry out</source>
        <translation>Aucun plan à exécuter</translation>
    </message>
    <message>
        <source>This application was deleted less than 30 days ago. Microsoft still keeps it, and its identity.</source>
        <translation>Cette application a été supprimée il y a moins de 30 jours. Microsoft la conserve encore, ainsi que son identité.</translation>
    </message>
    <message>
        <source>This is the one: show what would be removed</source>
        <translation>C’est bien elle&#xa0;: voir ce qui serait supprimé</translation>
    </message>
    <message>
        <source>Tick what is to be removed.</source>
        <translation>Cochez ce qui doit être supprimé.</translation>
    </message>
    <message>
        <source>Use another account…</source>
        <translation>Utiliser un autre compte…</translation>
    </message>
    <message>
        <source>Use this a&amp;pplication</source>
        <translation>Utiliser cette a&amp;pplication</translation>
    </message>
    <message>
        <source>Valid until {date}; created last</source>
        <translation>Valable jusqu’au {date}&#x202f;; créé en dernier</translation>
    </message>
    <message>
        <source>What was done so far stays in place.</source>
        <translation>Ce qui a déjà été fait reste en place.</translation>
    </message>
    <message>
        <source>Which application is meant?</source>
        <translation>De quelle application s’agit-il&#x202f;?</translation>
    </message>
    <message>
        <source>created on {date}</source>
        <translation>créée le {date}</translation>
    </message>
    <message>
        <source>no secret</source>
        <translation>aucun secret</translation>
    </message>
    <message>
        <source>permissions consented to: {count}</source>
        <translation>autorisations accordées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>secrets until {dates}</source>
        <translation>secrets valables jusqu’au {dates}</translation>
    </message>
    <message>
        <source>{count} applications of this tenant may be the one meant by “{name}”. The one you choose will be completed; nothing of it is removed.</source>
        <translation>{count} applications de ce locataire peuvent correspondre à «&#x202f;{name}&#x202f;». Celle que vous choisirez sera complétée&#x202f;; rien n’en sera retiré.</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} mois</translation>
    </message>
    <message>
        <source>{credential}: ended on {date}</source>
        <translation>{credential}&#xa0;: expiré depuis le {date}</translation>
    </message>
    <message>
        <source>{credential}: valid until {date}</source>
        <translation>{credential}&#xa0;: valable jusqu’au {date}</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>A rehearsal in the embedded tenant: Microsoft 365 was not touched.</source>
        <translation>Répétition dans le locataire embarqué&#xa0;: Microsoft 365 n’a pas été touché.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Access: {access}</source>
        <translation>Accès&#xa0;: {access}</translation>
    </message>
    <message>
        <source>Admin consent</source>
        <translation>Consentement</translation>
    </message>
    <message>
        <source>Application (client) ID</source>
        <translation>ID d’application (client)</translation>
    </message>
    <message>
        <source>Application (client) ID: {id}</source>
        <translation>ID d’application (client)&#xa0;: {id}</translation>
    </message>
    <message>
        <source>Application permissions of Microsoft Graph: they hold in the whole tenant, without a signed-in user. None of them opens the users’ mailboxes.</source>
        <translation>Autorisations d’application de Microsoft Graph&#xa0;: elles valent dans tout le locataire, sans utilisateur connecté. Aucune n’ouvre les boîtes aux lettres des utilisateurs.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Check: what is in place in {organization}</source>
        <translation>Vérification&#xa0;: ce qui est en place dans {organization}</translation>
    </message>
    <message>
        <source>Chosen access</source>
        <translation>Accès choisi</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>Credential valid until: {day}</source>
        <translation>Identifiants valables jusqu’au&#xa0;: {day}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Default domain</source>
        <translation>Domaine par défaut</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Directory (tenant) ID</source>
        <translation>ID de l’annuaire (locataire)</translation>
    </message>
    <message>
        <source>Directory (tenant) ID: {id}</source>
        <translation>ID de l’annuaire (locataire)&#xa0;: {id}</translation>
    </message>
    <message>
        <source>Directory roles used</source>
        <translation>Rôles d’annuaire utilisés</translation>
    </message>
    <message>
        <source>Domain: {domain}</source>
        <translation>Domaine&#xa0;: {domain}</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Fichier chiffré</translation>
    </message>
    <message>
        <source>Everything is already in place: there is nothing to do.</source>
        <translation>Tout est déjà en place&#xa0;: il n’y a rien à faire.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nom du fichier</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Fichier&#xa0;: {name}</translation>
    </message>
    <message>
        <source>GLIMPS, with the key {key}</source>
        <translation>GLIMPS, avec la clé {key}</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Bonjour,</translation>
    </message>
    <message>
        <source>How to undo it</source>
        <translation>Comment revenir en arrière</translation>
    </message>
    <message>
        <source>I will give you its passphrase by another way, not by mail.</source>
        <translation>Je vous donnerai sa phrase secrète par un autre moyen, pas par e-mail.</translation>
    </message>
    <message>
        <source>I will give you the client secret by another, safe way.</source>
        <translation>Je vous remettrai le secret client par un autre moyen, sûr.</translation>
    </message>
    <message>
        <source>IDs</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>In the encrypted file, or from your vault:</source>
        <translation>Dans le fichier chiffré, ou depuis votre coffre&#xa0;:</translation>
    </message>
    <message>
        <source>In the portal ({portal}): “App registrations” → “All applications” → {name} → “Delete”.</source>
        <translation>Dans le portail ({portal})&#xa0;: «&#x202f;Inscriptions d’applications&#x202f;» → «&#x202f;Toutes les applications&#x202f;» → {name} → «&#x202f;Supprimer&#x202f;».</translation>
    </message>
    <message>
        <source>In the portal: “App registrations” → {name} → “Certificates &amp; secrets” → delete the one that the final report names.</source>
        <translation>Dans le portail&#xa0;: «&#x202f;Inscriptions d’applications&#x202f;» → {name} → «&#x202f;Certificats &amp; secrets&#x202f;» → supprimez celui que nomme le rapport final.</translation>
    </message>
    <message>
        <source>In the portal: “App registrations” → {name} → “Certificates &amp; secrets” → delete the one with the ID {key_id}.</source>
        <translation>Dans le portail&#xa0;: «&#x202f;Inscriptions d’applications&#x202f;» → {name} → «&#x202f;Certificats &amp; secrets&#x202f;» → supprimez celui dont l’ID est {key_id}.</translation>
    </message>
    <message>
        <source>In the token</source>
        <translation>Dans le jeton</translation>
    </message>
    <message>
        <source>Its service principal, its consents and its secrets go with it. Microsoft keeps it for 30 days under “Deleted applications”, where it can be restored or deleted for good.</source>
        <translation>Son principal de service, ses consentements et ses secrets disparaissent avec elle. Microsoft la conserve 30 jours dans «&#x202f;Applications supprimées&#x202f;», où elle peut être restaurée ou supprimée définitivement.</translation>
    </message>
    <message>
        <source>Key ID</source>
        <translation>ID de clé</translation>
    </message>
    <message>
        <source>Key ID: {id}</source>
        <translation>ID de clé&#xa0;: {id}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kind regards,</source>
        <translation>Cordialement,</translation>
    </message>
    <message>
        <source>Made by GLIMPS ODSP Setup {version}. This document holds no secret.</source>
        <translation>Produit par GLIMPS ODSP Setup {version}. Ce document ne contient aucun secret.</translation>
    </message>
    <message>
        <source>Microsoft Entra admin center</source>
        <translation>Centre d’administration Microsoft Entra</translation>
    </message>
    <message>
        <source>Microsoft cloud</source>
        <translation>Cloud Microsoft</translation>
    </message>
    <message>
        <source>Microsoft gave the new credential an access token, and each permission was tried with it.</source>
        <translation>Microsoft a donné un jeton d’accès aux nouveaux identifiants, et chaque autorisation a été essayée.</translation>
    </message>
    <message>
        <source>No file was written: the secret was taken over into a vault by hand.</source>
        <translation>Aucun fichier n’a été écrit&#xa0;: le secret a été recopié à la main dans un coffre.</translation>
    </message>
    <message>
        <source>None of those that count here</source>
        <translation>Aucun de ceux qui comptent ici</translation>
    </message>
    <message>
        <source>Not in this document: it goes into the encrypted file, or into your vault, and nowhere else.</source>
        <translation>Absente de ce document&#xa0;: elle va dans le fichier chiffré ou dans votre coffre, et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet: this is what will be done once it is confirmed.</source>
        <translation>Rien n’a encore été modifié&#xa0;: voici ce qui sera fait après confirmation.</translation>
    </message>
    <message>
        <source>Nothing of the administrator’s account: no password, no token, no right.</source>
        <translation>Rien du compte de l’administrateur&#xa0;: ni mot de passe, ni jeton, ni droit.</translation>
    </message>
    <message>
        <source>Nothing was changed. Everything that GLIMPS needs is in place.</source>
        <translation>Rien n’a été modifié. Tout ce dont GLIMPS a besoin est en place.</translation>
    </message>
    <message>
        <source>Nothing was changed. Something that GLIMPS needs is missing.</source>
        <translation>Rien n’a été modifié. Il manque quelque chose dont GLIMPS a besoin.</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Object ID</source>
        <translation>ID d’objet</translation>
    </message>
    <message>
        <source>Object ID of the account</source>
        <translation>ID d’objet du compte</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objets</translation>
    </message>
    <message>
        <source>One read, which changes nothing</source>
        <translation>Une lecture, qui ne modifie rien</translation>
    </message>
    <message>
        <source>Only the holder of this key can open it: {key}</source>
        <translation>Seul le détenteur de cette clé peut l’ouvrir&#xa0;: {key}</translation>
    </message>
    <message>
        <source>Or only take the credential back</source>
        <translation>Ou révoquer seulement les identifiants</translation>
    </message>
    <message>
        <source>Or with this program, which also completes what is missing and makes a new credential: {command}</source>
        <translation>Ou avec ce programme, qui complète aussi ce qui manque et crée de nouveaux identifiants&#xa0;: {command}</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Autorisation</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Autorisations</translation>
    </message>
    <message>
        <source>Permissions: {permissions}</source>
        <translation>Autorisations&#xa0;: {permissions}</translation>
    </message>
    <message>
        <source>Plan: what will change in {organization}</source>
        <translation>Plan&#xa0;: ce qui va changer dans {organization}</translation>
    </message>
    <message>
        <source>Please tell me when the connector is running with it.</source>
        <translation>Merci de me prévenir quand le connecteur fonctionnera avec eux.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Remove the application</source>
        <translation>Supprimer l’application</translation>
    </message>
    <message>
        <source>Renew the credential of the GLIMPS connector ({organization})</source>
        <translation>Renouveler les identifiants du connecteur GLIMPS ({organization})</translation>
    </message>
    <message>
        <source>Report: what was done in {organization}</source>
        <translation>Rapport&#xa0;: ce qui a été fait dans {organization}</translation>
    </message>
    <message>
        <source>SHA-256: {digest}</source>
        <translation>SHA-256&#xa0;: {digest}</translation>
    </message>
    <message>
        <source>Signed-in account</source>
        <translation>Compte connecté</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Subject: GLIMPS ODSP connector, access for {organization}</source>
        <translation>Objet&#xa0;: connecteur ODSP GLIMPS, accès pour {organization}</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Locataire</translation>
    </message>
    <message>
        <source>The application also holds what GLIMPS does not need: {permissions}.</source>
        <translation>L’application détient aussi ce dont GLIMPS n’a pas besoin&#xa0;: {permissions}.</translation>
    </message>
    <message>
        <source>The application is registered, admin consent is given, and the new credential has proven itself.</source>
        <translation>L’application est inscrite, le consentement administrateur est accordé et les nouveaux identifiants ont fait leurs preuves.</translation>
    </message>
    <message>
        <source>The application is registered, and admin consent is given.</source>
        <translation>L’application est inscrite et le consentement administrateur est accordé.</translation>
    </message>
    <message>
        <source>The application is registered. It waits for an administrator’s consent.</source>
        <translation>L’application est inscrite. Elle attend le consentement d’un administrateur.</translation>
    </message>
    <message>
        <source>The application is removed, and with it its service principal, its consents and its secrets. GLIMPS no longer has access.</source>
        <translation>L’application est supprimée, et avec elle son principal de service, ses consentements et ses secrets. GLIMPS n’a plus accès.</translation>
    </message>
    <message>
        <source>The application was there before: look first whether something else uses it, for that stops too.</source>
        <translation>L’application existait déjà&#xa0;: vérifiez d’abord que rien d’autre ne s’en sert, car cela s’arrêterait aussi.</translation>
    </message>
    <message>
        <source>The application “{name}” is registered in the Microsoft 365 tenant of {organization}:</source>
        <translation>L’application «&#x202f;{name}&#x202f;» est inscrite dans le locataire Microsoft 365 de {organization}&#xa0;:</translation>
    </message>
    <message>
        <source>The connector gets no new token from then on; one that it already has ends by itself, as a rule within 90 minutes.</source>
        <translation>Dès lors, le connecteur n’obtient plus de nouveau jeton&#x202f;; celui qu’il a déjà expire de lui-même, en règle générale dans les 90 minutes.</translation>
    </message>
    <message>
        <source>The credential is in the attached file, which is encrypted (age):</source>
        <translation>Les identifiants se trouvent dans le fichier joint, qui est chiffré (age)&#xa0;:</translation>
    </message>
    <message>
        <source>The credential of “{name}” ends on {day}. The connector stops working then.</source>
        <translation>Les identifiants de «&#x202f;{name}&#x202f;» expirent le {day}. Le connecteur cessera alors de fonctionner.</translation>
    </message>
    <message>
        <source>The holder of the key {key}</source>
        <translation>Le détenteur de la clé {key}</translation>
    </message>
    <message>
        <source>To renew it: {command}</source>
        <translation>Pour les renouveler&#xa0;: {command}</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>What GLIMPS gets</source>
        <translation>Ce que reçoit GLIMPS</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Pour quoi faire</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Ce qui sera fait</translation>
    </message>
    <message>
        <source>Who and when</source>
        <translation>Qui et quand</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>Qui peut l’ouvrir</translation>
    </message>
    <message>
        <source>Whoever knows the passphrase. Hand it over by another way than the file.</source>
        <translation>Toute personne qui connaît la phrase secrète. Transmettez-la par un autre moyen que le fichier.</translation>
    </message>
    <message>
        <source>With this program:</source>
        <translation>Avec ce programme&#xa0;:</translation>
    </message>
    <message>
        <source>Within 30 days, in the portal ({portal}): “App registrations” → “Deleted applications” → {name} → “Restore”. Its service principal comes back with it.</source>
        <translation>Dans les 30 jours, dans le portail ({portal})&#xa0;: «&#x202f;Inscriptions d’applications&#x202f;» → «&#x202f;Applications supprimées&#x202f;» → {name} → «&#x202f;Restaurer&#x202f;». Son principal de service revient avec elle.</translation>
    </message>
    <message>
        <source>awaits consent</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>complément</translation>
    </message>
    <message>
        <source>created</source>
        <translation>création</translation>
    </message>
    <message>
        <source>given by Microsoft when it is made</source>
        <translation>attribué par Microsoft à la création</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>accordé</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>refused (HTTP {status})</source>
        <translation>refusée (HTTP {status})</translation>
    </message>
    <message>
        <source>reminder</source>
        <translation>rappel</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>suppression</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restauration</translation>
    </message>
    <message>
        <source>succeeded (HTTP {status})</source>
        <translation>réussie (HTTP {status})</translation>
    </message>
    <message>
        <source>the application’s name and IDs, the key ID and the end of its credential, its permissions</source>
        <translation>le nom et les ID de l’application, l’ID de clé et la date de fin des identifiants, les autorisations</translation>
    </message>
    <message>
        <source>the organization’s name and domain, and its Microsoft cloud</source>
        <translation>le nom et le domaine de l’organisation, et son cloud Microsoft</translation>
    </message>
    <message>
        <source>the three values that the connector asks for: directory (tenant) ID, application (client) ID and client secret ({keys})</source>
        <translation>les trois valeurs que demande le connecteur&#xa0;: ID de l’annuaire (locataire), ID d’application (client) et secret client ({keys})</translation>
    </message>
    <message>
        <source>to be granted</source>
        <translation>à accorder</translation>
    </message>
    <message>
        <source>to be withdrawn</source>
        <translation>à retirer</translation>
    </message>
    <message>
        <source>what the connector asks for: directory (tenant) ID, application (client) ID ({keys}), and the certificate with its private key</source>
        <translation>ce que demande le connecteur&#xa0;: ID de l’annuaire (locataire), ID d’application (client) ({keys}), et le certificat avec sa clé privée</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{day}, {time} ({zone})</source>
        <translation>{day}, {time} ({zone})</translation>
    </message>
</context>
<context>
    <name>RemovedPage</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>GLIMPS has no more access. Microsoft keeps the application for 30 days under “Deleted applications”: until then it can be restored there, or by setting it up again with this program.</source>
        <translation>GLIMPS n’a plus aucun accès. Microsoft conserve l’application 30 jours sous «&#x202f;Applications supprimées&#x202f;»&#xa0;: d’ici là, elle peut y être restaurée, ou être reconfigurée avec ce programme.</translation>
    </message>
    <message>
        <source>Open “Deleted applications” in the &amp;portal</source>
        <translation>Ouvrir «&#x202f;Applications supprimées&#x202f;» dans le &amp;portail</translation>
    </message>
    <message>
        <source>The application is removed</source>
        <translation>L’application est supprimée</translation>
    </message>
    <message>
        <source>The application, its permissions and its other credentials stay as they are.</source>
        <translation>L’application, ses autorisations et ses autres identifiants restent inchangés.</translation>
    </message>
    <message>
        <source>The old credentials are removed</source>
        <translation>Les anciens identifiants sont supprimés</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Revenir au plan</translation>
    </message>
    <message>
        <source>Close and finish later</source>
        <translation>Fermer et reprendre plus tard</translation>
    </message>
    <message>
        <source>Continue without consent</source>
        <translation>Continuer sans consentement</translation>
    </message>
    <message>
        <source>Everything is in place</source>
        <translation>Tout est en place</translation>
    </message>
    <message>
        <source>Microsoft asks you to sign in again: open {address} and enter {code}.</source>
        <translation>Microsoft vous demande de vous reconnecter&#xa0;: ouvrez {address} et saisissez {code}.</translation>
    </message>
    <message>
        <source>Nothing is lost if you stop: starting again finishes the rest.</source>
        <translation>Rien n’est perdu si vous arrêtez&#xa0;: une nouvelle exécution terminera le reste.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Progress log</source>
        <translation>Journal de progression</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Suppression en cours…</translation>
    </message>
    <message>
        <source>Requests to Microsoft, and what came of them</source>
        <translation>Requêtes envoyées à Microsoft, et leurs résultats</translation>
    </message>
    <message>
        <source>Resume at any time; or look at what was created, and have it removed again.</source>
        <translation>Reprenez quand vous voulez&#x202f;; ou examinez ce qui a été créé, et faites-le supprimer.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Sa&amp;ve the log…</source>
        <translation>&amp;Enregistrer le journal…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Setting up…</source>
        <translation>Configuration en cours…</translation>
    </message>
    <message>
        <source>Setup stopped</source>
        <translation>La configuration s’est arrêtée</translation>
    </message>
    <message>
        <source>Setup stopped at step “{step}”</source>
        <translation>La configuration s’est arrêtée à l’étape «&#x202f;{step}&#x202f;»</translation>
    </message>
    <message>
        <source>Stopped at your request</source>
        <translation>Arrêt à votre demande</translation>
    </message>
    <message>
        <source>Stopping after the current call…</source>
        <translation>Arrêt après l’appel en cours…</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Fichiers texte (*.txt)</translation>
    </message>
    <message>
        <source>Undo what was created…</source>
        <translation>Annuler ce qui a été créé…</translation>
    </message>
    <message>
        <source>Use a certificate</source>
        <translation>Utiliser un certificat</translation>
    </message>
    <message>
        <source>Use {count} months</source>
        <translation>Utiliser {count} mois</translation>
    </message>
    <message>
        <source>What was created can stay, or go</source>
        <translation>Ce qui a été créé peut rester ou être supprimé</translation>
    </message>
    <message>
        <source>What was done stays in place. Starting again finds it and finishes the rest.</source>
        <translation>Ce qui a été fait est conservé. Une nouvelle exécution le retrouvera et terminera le reste.</translation>
    </message>
    <message>
        <source>{step}: done</source>
        <translation>{step}&#xa0;: étape terminée</translation>
    </message>
    <message>
        <source>{step}…</source>
        <translation>{step}…</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show 10 s</source>
        <translation>Afficher 10&#xa0;s</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>GLIMPS ODSP Connector</source>
        <translation>Connecteur ODSP GLIMPS</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Langue&#xa0;: {name}</translation>
    </message>
    <message>
        <source>{step}: current step</source>
        <translation>{step}&#xa0;: étape en cours</translation>
    </message>
    <message>
        <source>{step}: done</source>
        <translation>{step}&#xa0;: étape terminée</translation>
    </message>
    <message>
        <source>{step}: to do</source>
        <translation>{step}&#xa0;: étape à venir</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>&amp;Client ID of your own sign-in application</source>
        <translation>ID d’application (&amp;client) de votre application de connexion</translation>
    </message>
    <message>
        <source>&amp;Open browser</source>
        <translation>&amp;Ouvrir le navigateur</translation>
    </message>
    <message>
        <source>&amp;Open page</source>
        <translation>&amp;Ouvrir la page</translation>
    </message>
    <message>
        <source>&amp;Reopen page</source>
        <translation>Rou&amp;vrir la page</translation>
    </message>
    <message>
        <source>&amp;Tenant, if you manage several</source>
        <translation>&amp;Locataire, si vous en gérez plusieurs</translation>
    </message>
    <message>
        <source>&amp;Use a code</source>
        <translation>&amp;Utiliser un code</translation>
    </message>
    <message>
        <source>&amp;Use the browser instead</source>
        <translation>&amp;Utiliser plutôt le navigateur</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revérifier</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID d’application (client)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Consent on behalf of your organization</source>
        <translation>Consentement pour le compte de votre organisation</translation>
    </message>
    <message>
        <source>Continue without consent</source>
        <translation>Continuer sans consentement</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Copier le &amp;lien</translation>
    </message>
    <message>
        <source>Do not tick this box on Microsoft’s page: it would leave these rights to that tool for everybody, for good.</source>
        <translation>Ne cochez pas cette case sur la page de Microsoft&#xa0;: cet outil conserverait ces droits durablement, pour tous les utilisateurs.</translation>
    </message>
    <message>
        <source>Enter this code on Microsoft’s page</source>
        <translation>Saisissez ce code sur la page de Microsoft</translation>
    </message>
    <message>
        <source>Everything that follows happens in this tenant.</source>
        <translation>Tout ce qui suit se déroulera dans ce locataire.</translation>
    </message>
    <message>
        <source>Finish signing in there; this window goes on by itself.</source>
        <translation>Terminez-y la connexion&#x202f;; cette fenêtre poursuivra d’elle-même.</translation>
    </message>
    <message>
        <source>How to make one</source>
        <translation>Comment en créer une</translation>
    </message>
    <message>
        <source>In your own browser, on Microsoft’s own page: this program never sees your password.</source>
        <translation>Dans votre navigateur, sur la page de Microsoft&#xa0;: ce programme ne voit jamais votre mot de passe.</translation>
    </message>
    <message>
        <source>Is this the right tenant?</source>
        <translation>Est-ce le bon locataire&#x202f;?</translation>
    </message>
    <message>
        <source>Microsoft will ask you to accept this for its tool “Microsoft Graph Command Line Tools”</source>
        <translation>Microsoft vous demandera d’accepter ceci pour son outil «&#x202f;Microsoft Graph Command Line Tools&#x202f;»</translation>
    </message>
    <message>
        <source>Microsoft will ask you to accept this for your own sign-in application</source>
        <translation>Microsoft vous demandera d’accepter ceci pour votre propre application de connexion</translation>
    </message>
    <message>
        <source>Never enter a code that somebody else sent you.</source>
        <translation>Ne saisissez jamais un code envoyé par un tiers.</translation>
    </message>
    <message>
        <source>No browser here? &amp;Use a code</source>
        <translation>Pas de navigateur ici&#x202f;? &amp;Utiliser un code</translation>
    </message>
    <message>
        <source>On this computer or on any other one; this window goes on by itself.</source>
        <translation>Sur cet ordinateur ou sur un autre&#x202f;; cette fenêtre poursuivra d’elle-même.</translation>
    </message>
    <message>
        <source>One of these roles is missing: {roles}. If yours is only eligible, activate it in PIM, then check again.</source>
        <translation>Il manque l’un de ces rôles&#xa0;: {roles}. Si le vôtre est seulement éligible, activez-le dans PIM, puis revérifiez.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign in to the Microsoft 365 tenant to protect</source>
        <translation>Connectez-vous au locataire Microsoft 365 à protéger</translation>
    </message>
    <message>
        <source>The code expires in {time}.</source>
        <translation>Le code expire dans {time}.</translation>
    </message>
    <message>
        <source>The page did not open, or you closed it? Open it again; the wait ends after ten minutes.</source>
        <translation>La page ne s’est pas ouverte, ou vous l’avez fermée&#x202f;? Rouvrez-la&#x202f;; l’attente prend fin au bout de dix minutes.</translation>
    </message>
    <message>
        <source>The role Application Developer is enough. If yours is only eligible, activate it in PIM, then check again.</source>
        <translation>Le rôle Développeur d’applications suffit. Si le vôtre est seulement éligible, activez-le dans PIM, puis revérifiez.</translation>
    </message>
    <message>
        <source>This account cannot grant admin consent</source>
        <translation>Ce compte ne peut pas accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>This account cannot register applications</source>
        <translation>Ce compte ne peut pas inscrire d’application</translation>
    </message>
    <message>
        <source>Use a code</source>
        <translation>Utiliser un code</translation>
    </message>
    <message>
        <source>Use the browser</source>
        <translation>Utiliser le navigateur</translation>
    </message>
    <message>
        <source>Waiting for your browser…</source>
        <translation>En attente de votre navigateur…</translation>
    </message>
    <message>
        <source>to grant it admin consent</source>
        <translation>pour lui accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>to read your roles and what exists already</source>
        <translation>pour lire vos rôles et ce qui existe déjà</translation>
    </message>
    <message>
        <source>to register the application</source>
        <translation>pour inscrire l’application</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>waiting for Microsoft</source>
        <translation>en attente de Microsoft</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}&#xa0;s</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Admin consent</source>
        <translation>Consentement</translation>
    </message>
    <message>
        <source>App registration</source>
        <translation>Inscription d’application</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Check with the credentials</source>
        <translation>Contrôle avec les identifiants</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Fichier chiffré</translation>
    </message>
    <message>
        <source>Enterprise application</source>
        <translation>Application d’entreprise</translation>
    </message>
    <message>
        <source>Final deletion from the recycle bin</source>
        <translation>Suppression définitive de la corbeille</translation>
    </message>
    <message>
        <source>Microsoft is busy; next attempt in {seconds} s.</source>
        <translation>Microsoft est très sollicité&#x202f;; prochaine tentative dans {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Microsoft is still replicating the change; this usually takes less than a minute.</source>
        <translation>Microsoft réplique encore la modification&#x202f;; cela prend en général moins d’une minute.</translation>
    </message>
    <message>
        <source>Read the tenant</source>
        <translation>Lecture du locataire</translation>
    </message>
    <message>
        <source>Removal of old credentials</source>
        <translation>Suppression d’anciens identifiants</translation>
    </message>
    <message>
        <source>Removal of the application</source>
        <translation>Suppression de l’application</translation>
    </message>
    <message>
        <source>Restoration from the recycle bin</source>
        <translation>Restauration depuis la corbeille</translation>
    </message>
    <message>
        <source>Revocation of the undelivered secret</source>
        <translation>Révocation du secret non remis</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>The connection was interrupted; trying again.</source>
        <translation>La connexion a été interrompue&#x202f;; nouvelle tentative en cours.</translation>
    </message>
    <message>
        <source>Trial read of OneDrive and SharePoint</source>
        <translation>Lecture d’essai de OneDrive et SharePoint</translation>
    </message>
</context>
<context>
    <name>TenantCard</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Directory (tenant) ID</source>
        <translation>ID de l’annuaire (locataire)</translation>
    </message>
    <message>
        <source>May grant admin consent</source>
        <translation>Peut accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>May not grant admin consent</source>
        <translation>Ne peut pas accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>May not register the application</source>
        <translation>Ne peut pas inscrire l’application</translation>
    </message>
    <message>
        <source>May register the application</source>
        <translation>Peut inscrire l’application</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Use another account…</source>
        <translation>Utiliser un autre compte…</translation>
    </message>
    <message>
        <source>none of those that matter here</source>
        <translation>aucun de ceux qui comptent ici</translation>
    </message>
</context>
<context>
    <name>Unexpected</name>
    <message>
        <source>&amp;Copy the details</source>
        <translation>&amp;Copier les détails</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Something went wrong that this program did not foresee</source>
        <translation>Un problème que ce programme n’avait pas prévu est survenu</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Détails techniques</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>Erreur inattendue</translation>
    </message>
    <message>
        <source>What was done in your tenant stays in place. Close the program, start it again, and send GLIMPS the details.</source>
        <translation>Ce qui a été fait dans votre locataire est conservé. Fermez le programme, relancez-le et envoyez les détails à GLIMPS.</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>GLIMPS ODSP Connector</source>
        <translation>Connecteur ODSP GLIMPS</translation>
    </message>
</context>
</TS>

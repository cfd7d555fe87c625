<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>ChoosePage</name>
    <message>
        <source>&amp;Follow this file</source>
        <translation>&amp;Suivre ce fichier</translation>
    </message>
    <message>
        <source>&amp;Guide to the manual setup</source>
        <translation>&amp;Guide de la procédure manuelle</translation>
    </message>
    <message>
        <source>A new one, before the old one expires</source>
        <translation>Un nouveau secret, avant l’expiration de l’ancien</translation>
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
        <source>Check again</source>
        <translation>Revérifier</translation>
    </message>
    <message>
        <source>Checking the connection to Microsoft…</source>
        <translation>Vérification de la connexion à Microsoft…</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>From {file}.</source>
        <translation>D’après {file}.</translation>
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
        <source>Microsoft cannot be reached properly.</source>
        <translation>Microsoft n’est pas joignable correctement.</translation>
    </message>
    <message>
        <source>Nothing is changed until you have read and accepted the plan.</source>
        <translation>Rien n’est modifié tant que vous n’avez pas lu et accepté le plan.</translation>
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
        <source>Prepared by GLIMPS</source>
        <translation>Préparé par GLIMPS</translation>
    </message>
    <message>
        <source>Prepared by GLIMPS for {whom}</source>
        <translation>Préparé par GLIMPS pour {whom}</translation>
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
        <source>This program contacts only Microsoft: {hosts}.</source>
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
        <source>Admin consent is granted</source>
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
        <source>The application is registered. No secret is created before consent is granted, and nothing is lost if you close: this program will find the application again, on any computer.</source>
        <translation>L’application est inscrite. Aucun secret n’est créé avant le consentement, et rien n’est perdu si vous fermez&#xa0;: ce programme la retrouvera, sur n’importe quel ordinateur.</translation>
    </message>
    <message>
        <source>The secret can be created now.</source>
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
        <source>At least {shortest} characters; several unrelated words are best.</source>
        <translation>Au moins {shortest} caractères&#x202f;; plusieurs mots sans rapport entre eux, de préférence.</translation>
    </message>
    <message>
        <source>Certificate: {path}</source>
        <translation>Certificat&#xa0;: {path}</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-1):   {thumbprint}</source>
        <translation>Empreinte (SHA-1)&#xa0;:   {thumbprint}</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256): {thumbprint}</source>
        <translation>Empreinte (SHA-256)&#xa0;: {thumbprint}</translation>
    </message>
    <message>
        <source>Give the certificate alone to the administrator, who runs:</source>
        <translation>Remettez le seul certificat à l’administrateur, qui exécute&#xa0;:</translation>
    </message>
    <message>
        <source>Microsoft’s words: {words}</source>
        <translation>Message de Microsoft&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Never enter a code that somebody else gave you.</source>
        <translation>Ne saisissez jamais un code reçu d’un tiers.</translation>
    </message>
    <message>
        <source>No credential has expired: nothing was removed.</source>
        <translation>Aucune information d’identification n’a expiré&#xa0;: rien n’a été supprimé.</translation>
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
        <source>Private key: {path}  (it stays on this machine)</source>
        <translation>Clé privée&#xa0;: {path}  (elle reste sur cette machine)</translation>
    </message>
    <message>
        <source>Recorded in {path}: {what}</source>
        <translation>Enregistré dans {path}&#xa0;: {what}</translation>
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
        <source>The key was exchanged: the new one is valid until {date} (key ID {key_id}).</source>
        <translation>La clé a été remplacée&#xa0;: la nouvelle est valide jusqu’au {date} (ID de clé {key_id}).</translation>
    </message>
    <message>
        <source>The old credentials were removed; the application stays as it is.</source>
        <translation>Les anciennes informations d’identification ont été supprimées&#x202f;; l’application reste inchangée.</translation>
    </message>
    <message>
        <source>The same passphrase again: </source>
        <translation>La même phrase secrète, une seconde fois&#xa0;: </translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>Il n’y a rien à supprimer.</translation>
    </message>
    <message>
        <source>Type the number of your choice, or nothing to stop:</source>
        <translation>Tapez le numéro de votre choix, ou rien pour arrêter&#xa0;:</translation>
    </message>
    <message>
        <source>Type “{word}” to do this in {name}:</source>
        <translation>Tapez «&#x202f;{word}&#x202f;» pour effectuer ces opérations dans {name}&#xa0;:</translation>
    </message>
    <message>
        <source>Written to standard output.</source>
        <translation>Écrit sur la sortie standard.</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Écrit dans {path}.</translation>
    </message>
    <message>
        <source>and compares the fingerprint with you before anything is written.</source>
        <translation>et compare l’empreinte avec vous avant toute écriture.</translation>
    </message>
    <message>
        <source>and enter   {code}   (valid for {minutes} minutes)</source>
        <translation>et tapez   {code}   (valable {minutes} minutes)</translation>
    </message>
    <message>
        <source>it can grant admin consent; whether it can register the application is up to the tenant</source>
        <translation>il peut accorder le consentement administrateur&#x202f;; c’est le locataire qui détermine s’il peut inscrire l’application</translation>
    </message>
    <message>
        <source>it can register the application and grant admin consent</source>
        <translation>il peut inscrire l’application et accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>it can register the application, but not grant admin consent</source>
        <translation>il peut inscrire l’application, mais pas accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>its roles do not show what it can do; Microsoft’s answers will</source>
        <translation>ses rôles n’indiquent pas ce qu’il peut faire&#x202f;; les réponses de Microsoft le montreront</translation>
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
    <name>Dates</name>
    <message>
        <source>{month} {day}, {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{month} {day}, {year}</source>
        <comment>the first of a month</comment>
        <translation>{day}er {month} {year}</translation>
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
        <source>Application (client) ID</source>
        <translation>ID d’application (client)</translation>
    </message>
    <message>
        <source>As a file that only the recipient can open.</source>
        <translation>Sous la forme d’un fichier que seul le destinataire peut ouvrir.</translation>
    </message>
    <message>
        <source>As a file, or value by value. Nothing in it is secret.</source>
        <translation>Sous la forme d’un fichier, ou valeur par valeur. Rien n’y est secret.</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Certificate ID (key ID)</source>
        <translation>ID du certificat (ID de clé)</translation>
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
        <source>Give it to the recipient by other means than the file: by telephone, for example.</source>
        <translation>Communiquez-la au destinataire par un autre moyen que le fichier&#xa0;: par téléphone, par exemple.</translation>
    </message>
    <message>
        <source>Hand over what the connector asks for</source>
        <translation>Remettez ce que le connecteur demande</translation>
    </message>
    <message>
        <source>Hand the credentials to the right person</source>
        <translation>Remettez les informations d’identification à la bonne personne</translation>
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
        <source>JSON files (*.json)</source>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <source>Load a public key</source>
        <translation>Charger une clé publique</translation>
    </message>
    <message>
        <source>Microsoft did not confirm it. The secret is marked, and the next run of this program removes it.</source>
        <translation>Microsoft ne l’a pas confirmé. Le secret est marqué&#xa0;: ce programme le supprimera à sa prochaine exécution.</translation>
    </message>
    <message>
        <source>Nobody will be able to use it.</source>
        <translation>Personne ne pourra l’utiliser.</translation>
    </message>
    <message>
        <source>Not proven: the credentials could not be tried here</source>
        <translation>Non prouvées&#xa0;: les informations d’identification n’ont pas pu être essayées ici</translation>
    </message>
    <message>
        <source>Nothing in this file is secret: it needs no passphrase, and can be mailed as it is.</source>
        <translation>Rien dans ce fichier n’est secret&#xa0;: il se passe de phrase secrète et peut partir tel quel par courriel.</translation>
    </message>
    <message>
        <source>Object ID (app registration)</source>
        <translation>ID d’objet (inscription)</translation>
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
        <source>Pass&amp;phrase, at least 12 characters</source>
        <translation>Ph&amp;rase secrète, 12 caractères minimum</translation>
    </message>
    <message>
        <source>Public key of the recipient</source>
        <translation>Clé publique du destinataire</translation>
    </message>
    <message>
        <source>Registered. Only the connector can prove it</source>
        <translation>Inscrit. Seul le connecteur peut en faire la preuve</translation>
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
        <source>Save the &amp;file</source>
        <translation>Enregistrer le &amp;fichier</translation>
    </message>
    <message>
        <source>Save the encrypted file</source>
        <translation>Enregistrer le fichier chiffré</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
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
        <source>They are written to the file, and nowhere else:</source>
        <translation>Elles sont écrites dans le fichier, et nulle part ailleurs&#xa0;:</translation>
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
        <source>Verified: token obtained, {granted} permissions of {asked}</source>
        <translation>Vérifié&#xa0;: jeton obtenu, {granted} autorisations sur {asked}</translation>
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
        <source>Also kept, although GLIMPS does not need it</source>
        <translation>Ce qu’elle conserve en plus, et dont GLIMPS n’a pas besoin</translation>
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
        <source>Everything is registered; only the connector can prove it</source>
        <translation>Tout est inscrit&#x202f;; seul le connecteur peut en faire la preuve</translation>
    </message>
    <message>
        <source>File, nothing secret</source>
        <translation>Fichier, rien de secret</translation>
    </message>
    <message>
        <source>On the connector’s server, the file provides its configuration.</source>
        <translation>Sur le serveur du connecteur, le fichier fournit sa configuration.</translation>
    </message>
    <message>
        <source>Open the &amp;credentials in the portal</source>
        <translation>Ouvrir les &amp;informations d’identification dans le portail</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>Ouvrir le &amp;dossier</translation>
    </message>
    <message>
        <source>Re&amp;minder before it expires…</source>
        <translation>Ra&amp;ppel avant l’expiration…</translation>
    </message>
    <message>
        <source>Remove &amp;old secrets…</source>
        <translation>Supprimer les &amp;anciens secrets…</translation>
    </message>
    <message>
        <source>Save the &amp;report…</source>
        <translation>Enregistrer le compte &amp;rendu…</translation>
    </message>
    <message>
        <source>Send the encrypted file to your technical contact at GLIMPS.</source>
        <translation>Envoyez le fichier chiffré à votre contact technique GLIMPS.</translation>
    </message>
    <message>
        <source>Send the file to your technical contact at GLIMPS. Nothing in it is secret.</source>
        <translation>Envoyez le fichier à votre contact technique GLIMPS. Rien n’y est secret.</translation>
    </message>
    <message>
        <source>Send the file to your technical contact, and the passphrase by another channel.</source>
        <translation>Envoyez le fichier à votre contact technique, et la phrase secrète par un autre moyen.</translation>
    </message>
    <message>
        <source>The connector can now access OneDrive and SharePoint</source>
        <translation>Le connecteur peut maintenant accéder à OneDrive et SharePoint</translation>
    </message>
    <message>
        <source>The credentials are handed over, but not proven</source>
        <translation>Les informations d’identification sont remises, mais pas prouvées</translation>
    </message>
    <message>
        <source>The credentials are in place, and proven</source>
        <translation>Les informations d’identification sont en place, et prouvées</translation>
    </message>
    <message>
        <source>The previous credentials stay valid until they expire. Remove them only when GLIMPS confirms that the connector uses the new one.</source>
        <translation>Les informations d’identification précédentes restent valides jusqu’à leur expiration. Ne les supprimez que lorsque GLIMPS confirme que le connecteur utilise les nouvelles.</translation>
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
        <source>To prove it, on the connector</source>
        <translation>Pour le prouver, côté connecteur</translation>
    </message>
    <message>
        <source>To revoke one, remove it under “Certificates &amp; secrets”.</source>
        <translation>Pour en révoquer, supprimez-les sous «&#x202f;Certificats &amp; secrets&#x202f;».</translation>
    </message>
    <message>
        <source>Valid credentials</source>
        <translation>Informations d’identification valides</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
</context>
<context>
    <name>Enrolment</name>
    <message>
        <source>Anybody may have written it: compare this with your GLIMPS contact before you go on.</source>
        <translation>N’importe qui a pu l’écrire&#xa0;: comparez ces valeurs avec votre contact GLIMPS avant de continuer.</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Audience</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>How the connector signs in</source>
        <translation>Le connecteur s’authentifie</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>Its fingerprint</source>
        <translation>Son empreinte</translation>
    </message>
    <message>
        <source>Its fingerprint (SHA-256)</source>
        <translation>Son empreinte (SHA-256)</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Autorisations</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Locataire</translation>
    </message>
    <message>
        <source>The connector’s name for it</source>
        <translation>Son nom dans le connecteur</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valide jusqu’au</translation>
    </message>
    <message>
        <source>by a client secret</source>
        <translation>par un secret client</translation>
    </message>
    <message>
        <source>by a federation, without a secret</source>
        <translation>par une fédération, sans secret</translation>
    </message>
    <message>
        <source>by its own certificate</source>
        <translation>par son propre certificat</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{path} fills in what the command line does not say:</source>
        <translation>{path} complète ce que la ligne de commande ne dit pas&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A Global Administrator can do all of it; so can a Privileged Role Administrator where users are allowed to register applications.</source>
        <translation>Un administrateur général peut tout faire, un administrateur de rôle privilégié aussi là où les utilisateurs peuvent inscrire des applications.</translation>
    </message>
    <message>
        <source>A Global Administrator or a Privileged Role Administrator can consent.</source>
        <translation>Un administrateur général ou un administrateur de rôle privilégié peut donner le consentement.</translation>
    </message>
    <message>
        <source>A PDF cannot show every letter</source>
        <translation>Un PDF ne peut pas afficher tous les caractères</translation>
    </message>
    <message>
        <source>A PDF needs fonts</source>
        <translation>Un PDF a besoin de polices</translation>
    </message>
    <message>
        <source>A conditional access policy for workload identities does not let the application sign in from here.</source>
        <translation>Une stratégie d’accès conditionnel pour les identités de charge de travail ne laisse pas l’application se connecter d’ici.</translation>
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
        <source>A conditional access policy protects the action: sign in by the method, or on the device, that it demands. Microsoft Entra’s sign-in logs name the policy.</source>
        <translation>Une stratégie d’accès conditionnel protège cette action&#xa0;: connectez-vous par la méthode, ou sur l’appareil, qu’elle exige. Les journaux de connexion de Microsoft Entra nomment la stratégie.</translation>
    </message>
    <message>
        <source>A conditional access policy requires a managed device.</source>
        <translation>Une stratégie d’accès conditionnel exige un appareil géré.</translation>
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
        <source>A file cannot be written</source>
        <translation>Un fichier ne peut pas être écrit</translation>
    </message>
    <message>
        <source>A firewall or filter probably cuts it: ask your network team to allow {host}.</source>
        <translation>Un pare-feu ou un filtre la coupe sans doute&#xa0;: demandez à votre équipe réseau d’autoriser {host}.</translation>
    </message>
    <message>
        <source>A network’s sign-in page (hotel, guest Wi-Fi) or a filter probably answered instead: sign in to the network in a browser, or ask your network team to allow {host}.</source>
        <translation>La page de connexion d’un réseau (hôtel, Wi-Fi invité) ou un filtre a sans doute répondu à sa place&#xa0;: connectez-vous au réseau dans un navigateur, ou demandez à votre équipe réseau d’autoriser {host}.</translation>
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
        <source>A policy blocks the application</source>
        <translation>Une stratégie bloque l’application</translation>
    </message>
    <message>
        <source>A proxy or filter probably answered instead: ask your network team to allow {host}.</source>
        <translation>Un proxy ou un filtre a sans doute répondu à sa place&#xa0;: demandez à votre équipe réseau d’autoriser {host}.</translation>
    </message>
    <message>
        <source>A proxy or filter probably stands between: ask your network team to allow {host}.</source>
        <translation>Un proxy ou un filtre s’interpose sans doute&#xa0;: demandez à votre équipe réseau d’autoriser {host}.</translation>
    </message>
    <message>
        <source>A renewal makes a new one, which then goes to GLIMPS.</source>
        <translation>Un renouvellement en crée un nouveau, à remettre ensuite à GLIMPS.</translation>
    </message>
    <message>
        <source>A role that is only eligible must first be activated in PIM, which takes up to a quarter of an hour; then sign in again. Otherwise another account with the required role can do that.</source>
        <translation>Un rôle seulement éligible doit d’abord être activé dans PIM et met jusqu’à un quart d’heure à agir&#x202f;; reconnectez-vous ensuite. Sinon, un autre compte, qui a le rôle nécessaire, peut le faire.</translation>
    </message>
    <message>
        <source>A role that you already have may be too new: it can take up to a quarter of an hour.</source>
        <translation>Un rôle que vous avez déjà est peut-être trop récent&#xa0;: il met jusqu’à un quart d’heure à agir.</translation>
    </message>
    <message>
        <source>A trial read was refused</source>
        <translation>Une lecture d’essai a été refusée</translation>
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
        <source>An Application Developer can only change applications they own.</source>
        <translation>Un développeur d’applications ne peut modifier que les applications dont il est propriétaire.</translation>
    </message>
    <message>
        <source>An administrator can create a new one.</source>
        <translation>Un administrateur en crée un nouveau.</translation>
    </message>
    <message>
        <source>An administrator sees it among the credentials, and can remove it.</source>
        <translation>Un administrateur la voit parmi les informations d’identification et peut la supprimer.</translation>
    </message>
    <message>
        <source>An administrator sees the ID among the credentials.</source>
        <translation>Un administrateur voit l’ID parmi les informations d’identification.</translation>
    </message>
    <message>
        <source>An application of ours in the recycle bin is restored; otherwise another unique name is used. If the run stops here, run it again to see that plan.</source>
        <translation>Une application à nous dans la corbeille est restaurée, sinon un autre nom unique est pris. Si l’opération s’arrête là, relancez-la pour voir ce plan.</translation>
    </message>
    <message>
        <source>An earlier key of this application is valid until {end}; no third one is added.</source>
        <translation>Une clé antérieure de cette application est valide jusqu’au {end}&#x202f;; aucune troisième n’est ajoutée.</translation>
    </message>
    <message>
        <source>An earlier run stopped right before it named its encrypted file. The file is complete and is now {path}; its credential is valid (key ID {key_id}).</source>
        <translation>Une exécution précédente s’est arrêtée juste avant de nommer son fichier chiffré. Le fichier est complet et s’appelle maintenant {path}&#x202f;; ses informations d’identification sont valides (ID de clé {key_id}).</translation>
    </message>
    <message>
        <source>An expected credential is gone</source>
        <translation>Des informations d’identification attendues ont disparu</translation>
    </message>
    <message>
        <source>An owner of the application can do that, or whoever holds a role for all applications: Application Administrator, Cloud Application Administrator or Global Administrator.</source>
        <translation>Un propriétaire de l’application peut le faire, ou un compte dont le rôle vaut pour toutes les applications&#xa0;: administrateur d’application, administrateur d’application cloud ou administrateur général.</translation>
    </message>
    <message>
        <source>An owner of the application, or an Application Administrator, changes it by preparing it again.</source>
        <translation>Un propriétaire de l’application, ou un Administrateur d’application, y remédie en la préparant de nouveau.</translation>
    </message>
    <message>
        <source>Another account has signed in</source>
        <translation>Un autre compte s’est connecté</translation>
    </message>
    <message>
        <source>Another administrator has to consent</source>
        <translation>Un autre administrateur doit donner le consentement</translation>
    </message>
    <message>
        <source>Another application of this tenant has the unique name {unique_name}; one that was deleted keeps it for 30 days.</source>
        <translation>Une autre application de ce locataire porte le nom unique {unique_name}&#x202f;; une application supprimée le garde pendant 30 jours.</translation>
    </message>
    <message>
        <source>Another run is replacing the key {path} at the moment.</source>
        <translation>Une autre exécution remplace la clé {path} en ce moment.</translation>
    </message>
    <message>
        <source>Another run is replacing this key</source>
        <translation>Une autre exécution remplace cette clé</translation>
    </message>
    <message>
        <source>Another server answered</source>
        <translation>Un autre serveur a répondu</translation>
    </message>
    <message>
        <source>Apply {path} to it, or enter the thumbprint {thumbprint} in the Connector manager.</source>
        <translation>Appliquez-lui {path}, ou saisissez l’empreinte {thumbprint} dans le gestionnaire de connecteurs.</translation>
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
        <source>Ask the recipient for a public key as age-keygen makes it: age1 and 58 characters more.</source>
        <translation>Demandez au destinataire une clé publique telle qu’age-keygen la produit&#xa0;: age1 suivi de 58 caractères.</translation>
    </message>
    <message>
        <source>Ask to be assigned to “Microsoft Graph Command Line Tools” in the enterprise applications.</source>
        <translation>Demandez à être affecté à «&#x202f;Microsoft Graph Command Line Tools&#x202f;» dans les applications d’entreprise.</translation>
    </message>
    <message>
        <source>Ask your GLIMPS contact which one is meant, and give only that one.</source>
        <translation>Demandez à votre contact GLIMPS lequel est le bon, et ne donnez que celui-là.</translation>
    </message>
    <message>
        <source>Ask your network team for an HTTP proxy, or have {host} excepted from the proxy.</source>
        <translation>Demandez à votre équipe réseau un proxy HTTP, ou une exception au proxy pour {host}.</translation>
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
        <source>Check both; the user name may need its domain, as CONTOSO\anna.</source>
        <translation>Vérifiez les deux&#x202f;; le nom d’utilisateur doit peut-être comporter son domaine, comme CONTOSO\anna.</translation>
    </message>
    <message>
        <source>Check that the secret’s value was given, not its ID.</source>
        <translation>Vérifiez que vous avez indiqué la valeur du secret, et non son ID.</translation>
    </message>
    <message>
        <source>Check that {object_id} is the object ID of the app registration, and not that of the enterprise application.</source>
        <translation>Vérifiez que {object_id} est bien l’ID d’objet de l’inscription d’application, et non celui de l’application d’entreprise.</translation>
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
        <source>Check the network connection and its DNS server, or whether a proxy is needed.</source>
        <translation>Vérifiez la connexion réseau et son serveur DNS, ou si un proxy est nécessaire.</translation>
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
        <source>Check the proxy’s address in this computer’s settings or variables.</source>
        <translation>Vérifiez l’adresse du proxy dans les paramètres ou les variables de cet ordinateur.</translation>
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
        <source>Choose a shorter lifetime; {stays}.</source>
        <translation>Choisissez une durée plus courte&#x202f;; {stays}.</translation>
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
        <source>Choose another place for it.</source>
        <translation>Choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>Choose at most {longest} days; {stays}.</source>
        <translation>Choisissez au plus {longest} jours&#x202f;; {stays}.</translation>
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
        <source>Close other programs, or encrypt for a recipient’s public key, which needs far less.</source>
        <translation>Fermez d’autres programmes, ou chiffrez pour la clé publique d’un destinataire, ce qui n’en demande pas.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with your GLIMPS contact, then name the recipient yourself.</source>
        <translation>Comparez l’empreinte avec votre contact GLIMPS, puis indiquez vous-même le destinataire.</translation>
    </message>
    <message>
        <source>Copy the address into a browser on this computer.</source>
        <translation>Copiez l’adresse dans un navigateur de cet ordinateur.</translation>
    </message>
    <message>
        <source>Copy the column “Value”, which the portal shows only once; if it is gone, make a new client secret.</source>
        <translation>Copiez la colonne «&#x202f;Valeur&#x202f;», que le portail n’affiche qu’une fois&#x202f;; si elle n’est plus visible, créez un nouveau secret client.</translation>
    </message>
    <message>
        <source>Copy the link into a browser on this computer, or sign in by a device code.</source>
        <translation>Copiez le lien dans un navigateur de cet ordinateur, ou connectez-vous avec un code d’appareil.</translation>
    </message>
    <message>
        <source>Correct the file and start again.</source>
        <translation>Corrigez le fichier, puis recommencez.</translation>
    </message>
    <message>
        <source>Create another one before that day, and give it to GLIMPS.</source>
        <translation>Créez-en un nouveau à côté avant ce jour, et remettez-le à GLIMPS.</translation>
    </message>
    <message>
        <source>Create it first, or choose another place.</source>
        <translation>Créez-le d’abord, ou choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>Credentials are recognized here by their description, which can be forged: name the expected ones.</source>
        <translation>Des informations d’identification ne sont reconnues ici qu’à leur description, qui peut être falsifiée&#xa0;: nommez celles qui sont attendues.</translation>
    </message>
    <message>
        <source>Decide: remove what does not belong, leave it and register another one, or take it as it is.</source>
        <translation>Décidez&#xa0;: retirer ce qui n’a rien à y faire, la laisser et en inscrire une autre, ou la prendre telle quelle.</translation>
    </message>
    <message>
        <source>Decide: remove what does not belong, or leave it and register another one.</source>
        <translation>Décidez&#xa0;: retirer ce qui n’a rien à y faire, ou la laisser et en inscrire une autre.</translation>
    </message>
    <message>
        <source>Delete applications that nobody uses, in the recycle bin too, or sign in as an administrator, who has no such limit.</source>
        <translation>Supprimez les applications inutilisées, aussi dans la corbeille, ou connectez-vous en tant qu’administrateur, qui n’a pas cette limite.</translation>
    </message>
    <message>
        <source>Deliver one of the files, and remove the credential of the other.</source>
        <translation>Remettez l’un des fichiers et supprimez les informations d’identification de l’autre.</translation>
    </message>
    <message>
        <source>Did you mean {near}?</source>
        <translation>Vouliez-vous dire {near}&#x202f;?</translation>
    </message>
    <message>
        <source>Enable it in the portal, under Enterprise applications, Properties.</source>
        <translation>Activez-la dans le portail, sous Applications d’entreprise, Propriétés.</translation>
    </message>
    <message>
        <source>Enable it under Enterprise applications, Properties.</source>
        <translation>Activez-la sous Applications d’entreprise, Propriétés.</translation>
    </message>
    <message>
        <source>Encrypting or opening with a passphrase takes up to 1 GiB of memory, and there is less.</source>
        <translation>Chiffrer avec une phrase secrète, ou déchiffrer, demande jusqu’à 1&#xa0;Gio de mémoire, et il y en a moins.</translation>
    </message>
    <message>
        <source>Exclude the application from that policy, or allow the address that GLIMPS signs in from as a named location; the sign-in logs of service principals name the policy.</source>
        <translation>Excluez l’application de cette stratégie, ou autorisez comme emplacement nommé l’adresse depuis laquelle GLIMPS se connecte&#x202f;; les journaux de connexion des principaux de service nomment la stratégie.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <source>FILE.html|.pdf</source>
        <translation>FICHIER.html|.pdf</translation>
    </message>
    <message>
        <source>FILE|-</source>
        <translation>FICHIER|-</translation>
    </message>
    <message>
        <source>Fill in both fields.</source>
        <translation>Remplissez les deux champs.</translation>
    </message>
    <message>
        <source>Find out who added it, and why. Nothing was changed here; setting up can remove it.</source>
        <translation>Cherchez qui l’a ajouté, et pourquoi. Rien n’a été modifié ici&#x202f;; la configuration peut le retirer.</translation>
    </message>
    <message>
        <source>Finish it in the browser, then sign in again.</source>
        <translation>Terminez-la dans le navigateur, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>GLIMPS’s configuration still names the old certificate: without this step the connector stops.</source>
        <translation>La configuration GLIMPS désigne encore l’ancien certificat&#xa0;: sans cette étape, le connecteur s’arrête.</translation>
    </message>
    <message>
        <source>GUID</source>
        <translation>GUID</translation>
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
        <source>Give a file that holds only the connector’s certificate, or that and its chain.</source>
        <translation>Donnez un fichier avec le seul certificat du connecteur, ou avec sa chaîne.</translation>
    </message>
    <message>
        <source>Give a file that holds only the public certificate. If this one has left that machine, create a new key pair there.</source>
        <translation>Donnez un fichier avec le seul certificat public&#x202f;; si celui-ci a circulé, créez là-bas une nouvelle paire de clés.</translation>
    </message>
    <message>
        <source>Give a key ID that the plan or the portal shows.</source>
        <translation>Indiquez un ID de clé affiché par le plan ou par le portail.</translation>
    </message>
    <message>
        <source>Give a key file without one, readable only by its owner.</source>
        <translation>Donnez un fichier de clé qui n’en a pas, lisible par son seul propriétaire.</translation>
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
        <source>Give a whole number from 1 to 999.</source>
        <translation>Indiquez un nombre entier de 1 à 999.</translation>
    </message>
    <message>
        <source>Give an ID like 00000000-0000-0000-0000-000000000000.</source>
        <translation>Indiquez un ID au format 00000000-0000-0000-0000-000000000000.</translation>
    </message>
    <message>
        <source>Give it after the command: {command} contoso.age</source>
        <translation>Nommez-le après la commande&#xa0;: {command} contoso.age</translation>
    </message>
    <message>
        <source>Give it as an identity.</source>
        <translation>Indiquez-la comme identité.</translation>
    </message>
    <message>
        <source>Give it as http://host:port, or empty the variable for a direct connection.</source>
        <translation>Indiquez-la sous la forme http://host:port, ou videz la variable pour une connexion directe.</translation>
    </message>
    <message>
        <source>Give it exactly as it stands in the tokens (aud): 1 to 600 characters, no blank, no asterisk.</source>
        <translation>Donnez-la exactement comme elle figure dans les jetons (aud)&#xa0;: 1 à 600 caractères, sans espace ni astérisque.</translation>
    </message>
    <message>
        <source>Give it exactly as it stands in the tokens (sub): 1 to 600 characters, no line break, no asterisk.</source>
        <translation>Donnez-le exactement comme il figure dans les jetons (sub)&#xa0;: 1 à 600 caractères, sans saut de ligne ni astérisque.</translation>
    </message>
    <message>
        <source>Give it like this: {option} {value}</source>
        <translation>Indiquez-la ainsi&#xa0;: {option} {value}</translation>
    </message>
    <message>
        <source>Give its audience, or remove it in the portal.</source>
        <translation>Donnez son audience, ou supprimez-les dans le portail.</translation>
    </message>
    <message>
        <source>Give its passphrase.</source>
        <translation>Indiquez sa phrase secrète.</translation>
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
        <source>Give the file that holds the connector’s own token, and nothing else.</source>
        <translation>Donnez le fichier qui contient le jeton du connecteur, et rien d’autre.</translation>
    </message>
    <message>
        <source>Give the file that was written when this certificate was registered.</source>
        <translation>Indiquez le fichier écrit lors de l’inscription de ce certificat.</translation>
    </message>
    <message>
        <source>Give the file with the line that begins with AGE-SECRET-KEY-1.</source>
        <translation>Indiquez le fichier dont une ligne commence par AGE-SECRET-KEY-1.</translation>
    </message>
    <message>
        <source>Give the https address exactly as it stands in the tokens (iss), its last slash included, of at most 600 characters, without ? or #.</source>
        <translation>Donnez l’adresse https exactement comme elle figure dans les jetons (iss), barre oblique finale comprise, de 600 caractères au plus, sans point d’interrogation ni #.</translation>
    </message>
    <message>
        <source>Give the identity that belongs to the recipient’s public key.</source>
        <translation>Indiquez l’identité qui correspond à la clé publique du destinataire.</translation>
    </message>
    <message>
        <source>Give the key file that was made together with the certificate.</source>
        <translation>Donnez le fichier de clé créé avec le certificat.</translation>
    </message>
    <message>
        <source>Give the one that the portal shows on the overview of the app registration.</source>
        <translation>Indiquez celui que le portail affiche dans la vue d’ensemble de l’inscription d’application.</translation>
    </message>
    <message>
        <source>Give the public certificate (.cer, .crt, .pem or .p7b) that was made where the connector runs.</source>
        <translation>Donnez le certificat public (.cer, .crt, .pem ou .p7b) créé là où le connecteur s’exécute.</translation>
    </message>
    <message>
        <source>Give the two files that were made together.</source>
        <translation>Donnez les deux fichiers créés ensemble.</translation>
    </message>
    <message>
        <source>Give the user name and password for the proxy.</source>
        <translation>Indiquez le nom d’utilisateur et le mot de passe pour le proxy.</translation>
    </message>
    <message>
        <source>Have a Security Administrator dismiss the account’s risk, then sign in again.</source>
        <translation>Demandez à un Administrateur de la sécurité d’ignorer le risque du compte, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Have that authority issue one for the connector, or ask a Security Administrator to exempt the application {app} from the app management policy.</source>
        <translation>Faites délivrer un certificat pour le connecteur par cette autorité, ou demandez à un Administrateur de la sécurité d’exempter l’application {app} de la stratégie de gestion des applications.</translation>
    </message>
    <message>
        <source>Have the account fixed, then sign in again.</source>
        <translation>Faites rétablir ce compte, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>ID|DOMAIN</source>
        <translation>ID|DOMAINE</translation>
    </message>
    <message>
        <source>If it is the one you mean, name it.</source>
        <translation>Si c’est bien celle-ci, indiquez-la.</translation>
    </message>
    <message>
        <source>If such a role of yours is only eligible, activate it in PIM, then sign in again.</source>
        <translation>Si vous n’êtes qu’éligible à un tel rôle, activez-le dans PIM, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>If the tenant belongs to another Microsoft cloud, name that cloud; otherwise do not sign in on this network, and tell your network team.</source>
        <translation>Si le locataire relève d’un autre cloud Microsoft, indiquez ce cloud&#x202f;; sinon, ne vous connectez pas sur ce réseau et prévenez votre équipe réseau.</translation>
    </message>
    <message>
        <source>If they were replaced on purpose, name the new ones instead.</source>
        <translation>S’ils ont été remplacés à dessein, nommez les nouveaux à leur place.</translation>
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
        <source>If you typed none, write the passphrase to a file and name that instead.</source>
        <translation>Si vous n’en avez saisi aucun, enregistrez la phrase secrète dans un fichier et indiquez celui-ci.</translation>
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
        <source>Install the package ca-certificates, or correct the variable SSL_CERT_FILE.</source>
        <translation>Installez le paquet ca-certificates, ou corrigez la variable SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>It allows at most {longest} days, and this program makes no certificate of less than a month. Make one with a tool of your own, use a federation, or ask a Security Administrator to exempt the application from the app management policy; the application and its consent stay as they are.</source>
        <translation>Elle autorise au plus {longest} jours, et ce programme ne crée pas de certificat de moins d’un mois. Créez-en un avec vos propres outils, utilisez une fédération, ou demandez à un Administrateur de la sécurité d’exempter l’application de la stratégie de gestion des applications&#x202f;; l’application et son consentement restent en l’état.</translation>
    </message>
    <message>
        <source>It allows less than a month, which is the shortest lifetime of a certificate here. Register a shorter one of the connector’s, use a federation, or ask a Security Administrator to exempt the application from the app management policy; {stays}.</source>
        <translation>Elle autorise moins d’un mois, la plus courte durée d’un certificat créé ici. Inscrivez un certificat plus court du connecteur, utilisez une fédération, ou demandez à un Administrateur de la sécurité d’exempter l’application de la stratégie de gestion des applications&#x202f;; {stays}.</translation>
    </message>
    <message>
        <source>It allows less than a month, which is the shortest lifetime of a secret here. Use a certificate or a federation, or ask a Security Administrator to exempt the application from the app management policy; {stays}.</source>
        <translation>Elle autorise moins d’un mois, la plus courte durée d’un secret client créé ici. Utilisez un certificat ou une fédération, ou demandez à un Administrateur de la sécurité d’exempter l’application de la stratégie de gestion des applications&#x202f;; {stays}.</translation>
    </message>
    <message>
        <source>It belongs to: {commands}.</source>
        <translation>Elle va avec&#xa0;: {commands}.</translation>
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
        <source>Its ID is not known here: name it, as the portal or a check shows it, for this run to remove it.</source>
        <translation>Son ID n’est pas connu ici&#xa0;: indiquez-le, tel que le portail ou une vérification l’affiche, pour que cette exécution la supprime.</translation>
    </message>
    <message>
        <source>Key and certificate do not belong together</source>
        <translation>La clé et le certificat ne vont pas ensemble</translation>
    </message>
    <message>
        <source>Leave it out: the application in the recycle bin is then restored, and keeps its identity.</source>
        <translation>Renoncez-y&#xa0;: l’application dans la corbeille est alors restaurée et garde son identité.</translation>
    </message>
    <message>
        <source>Leave it to the connector, or register with “--rotation ours”; the replacement can be forced.</source>
        <translation>Laissez faire le connecteur, ou inscrivez avec «&#x202f;--rotation ours&#x202f;»&#x202f;; le remplacement peut être forcé.</translation>
    </message>
    <message>
        <source>Let it finish, then run this again to do the rest.</source>
        <translation>Laissez-la se terminer&#x202f;; une nouvelle exécution fera ensuite ce qui reste.</translation>
    </message>
    <message>
        <source>Let the next setup or renewal write into the same folder: it keeps this credential. One that writes elsewhere takes it for undelivered and removes it.</source>
        <translation>Faites écrire la prochaine installation ou le prochain renouvellement dans le même dossier&#xa0;: ces informations d’identification y seront conservées. Depuis un autre dossier, elles seraient considérées comme non remises et supprimées.</translation>
    </message>
    <message>
        <source>Let this run remove it first.</source>
        <translation>Laissez d’abord cette exécution la supprimer.</translation>
    </message>
    <message>
        <source>Make a key pair of RSA 3072 where the connector runs: {program} certificate.</source>
        <translation>Créez une paire de clés RSA 3072 là où le connecteur s’exécute&#xa0;: {program} certificate.</translation>
    </message>
    <message>
        <source>Make a new key pair where the connector runs; an administrator registers its certificate.</source>
        <translation>Créez une nouvelle paire de clés là où le connecteur s’exécute&#x202f;; un administrateur inscrit son certificat.</translation>
    </message>
    <message>
        <source>Make a new one where the connector runs: {program} certificate.</source>
        <translation>Créez-en un nouveau là où le connecteur s’exécute&#xa0;: {program} certificate.</translation>
    </message>
    <message>
        <source>Make a new one.</source>
        <translation>Créez-en de nouvelles.</translation>
    </message>
    <message>
        <source>Make a shorter one where the connector runs; the application and its consent stay as they are.</source>
        <translation>Créez-en un plus court là où le connecteur s’exécute&#x202f;; l’application et son consentement restent en l’état.</translation>
    </message>
    <message>
        <source>Make one of at most {longest} days where the connector runs; the application and its consent stay as they are.</source>
        <translation>Créez-en un de {longest} jours au plus là où le connecteur s’exécute&#x202f;; l’application et son consentement restent en l’état.</translation>
    </message>
    <message>
        <source>Microsoft Graph does not accept the token of this sign-in.</source>
        <translation>Microsoft Graph n’accepte pas le jeton de cette connexion.</translation>
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
        <source>Microsoft accepts it, but create the next one without that.</source>
        <translation>Microsoft l’accepte&#x202f;; mieux vaut créer le prochain sans cela.</translation>
    </message>
    <message>
        <source>Microsoft accepts it, but have the next one signed with SHA-256.</source>
        <translation>Microsoft l’accepte&#x202f;; mieux vaut signer le prochain en SHA-256.</translation>
    </message>
    <message>
        <source>Microsoft answered: {status} {code}.</source>
        <translation>Réponse de Microsoft&#xa0;: {status} {code}.</translation>
    </message>
    <message>
        <source>Microsoft asks for an administrator’s approval</source>
        <translation>Microsoft demande l’approbation d’un administrateur</translation>
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
        <source>Microsoft demands a stronger sign-in for this action than the one that was made.</source>
        <translation>Microsoft exige pour cette action une connexion plus forte que celle qui a été faite.</translation>
    </message>
    <message>
        <source>Microsoft did not accept the new credential everywhere within five minutes.</source>
        <translation>Microsoft n’a pas accepté partout les nouvelles informations d’identification en cinq minutes.</translation>
    </message>
    <message>
        <source>Microsoft does not accept the proof of the key</source>
        <translation>Microsoft n’accepte pas la preuve de possession de la clé</translation>
    </message>
    <message>
        <source>Microsoft does not accept the sign-in</source>
        <translation>Microsoft n’accepte pas la connexion</translation>
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
        <source>Microsoft does not let this account give admin consent.</source>
        <translation>Microsoft ne laisse pas ce compte donner le consentement administrateur.</translation>
    </message>
    <message>
        <source>Microsoft does not let this account manage the application’s secrets.</source>
        <translation>Microsoft ne permet pas à ce compte de gérer les secrets de l’application.</translation>
    </message>
    <message>
        <source>Microsoft does not let this account read the tenant.</source>
        <translation>Microsoft ne laisse pas ce compte lire le locataire.</translation>
    </message>
    <message>
        <source>Microsoft does not let this account register or change the application.</source>
        <translation>Microsoft ne permet pas à ce compte d’inscrire ou de modifier l’application.</translation>
    </message>
    <message>
        <source>Microsoft does not let this account remove all that does not belong to the application.</source>
        <translation>Microsoft ne laisse pas ce compte retirer tout ce qui n’a rien à faire sur l’application.</translation>
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
        <source>Microsoft let this account register the application, but not continue with it: the account was not made its owner.</source>
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
        <source>Microsoft refused the trial read for {permissions} (HTTP {status}): “{said}”</source>
        <translation>Microsoft a refusé la lecture d’essai pour {permissions} (HTTP {status})&#xa0;: «&#x202f;{said}&#x202f;»</translation>
    </message>
    <message>
        <source>Microsoft refuses this account</source>
        <translation>Microsoft refuse ce compte</translation>
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
        <source>Microsoft’s answer leads to another host</source>
        <translation>La réponse de Microsoft mène à un autre hôte</translation>
    </message>
    <message>
        <source>Microsoft’s answer with the ID of the new key was lost; it was asked to use {key_id}.</source>
        <translation>La réponse de Microsoft avec l’ID de la nouvelle clé a été perdue&#x202f;; il lui avait été demandé d’utiliser {key_id}.</translation>
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
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOM</translation>
    </message>
    <message>
        <source>NAME|FILE</source>
        <translation>NOM|FICHIER</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>Indiquez un autre fichier.</translation>
    </message>
    <message>
        <source>Name it .json, or say who may open it.</source>
        <translation>Nommez-le .json, ou dites qui peut l’ouvrir.</translation>
    </message>
    <message>
        <source>Name the file that holds the passphrase or the key.</source>
        <translation>Indiquez le fichier qui contient la phrase secrète ou la clé.</translation>
    </message>
    <message>
        <source>Name the tenant.</source>
        <translation>Indiquez le locataire.</translation>
    </message>
    <message>
        <source>No administrator has allowed the sign-in application for everybody yet.</source>
        <translation>Aucun administrateur n’a encore autorisé l’application de connexion pour tous.</translation>
    </message>
    <message>
        <source>No browser could be opened</source>
        <translation>Aucun navigateur n’a pu être ouvert</translation>
    </message>
    <message>
        <source>No connection to {host} could be made.</source>
        <translation>Aucune connexion à {host} n’a pu être établie.</translation>
    </message>
    <message>
        <source>No credential was created.</source>
        <translation>Aucune information d’identification n’a été créée.</translation>
    </message>
    <message>
        <source>No font of this system has these letters, and a PDF would show boxes in place of them: {letters}</source>
        <translation>Aucune police de ce système ne contient ces caractères, et un PDF afficherait des carrés à leur place&#xa0;: {letters}</translation>
    </message>
    <message>
        <source>No local port could be opened for the browser’s answer ({reason}).</source>
        <translation>Aucun port local n’a pu être ouvert pour la réponse du navigateur ({reason}).</translation>
    </message>
    <message>
        <source>No valid credential</source>
        <translation>Aucune information d’identification valide</translation>
    </message>
    <message>
        <source>Nobody can be asked to confirm here (the input is not interactive).</source>
        <translation>Impossible de demander confirmation (entrée non interactive).</translation>
    </message>
    <message>
        <source>Nobody finished the sign-in within {minutes} minutes.</source>
        <translation>Personne n’a terminé la connexion en {minutes} minutes.</translation>
    </message>
    <message>
        <source>Nobody has compared the recipient</source>
        <translation>Personne n’a comparé le destinataire</translation>
    </message>
    <message>
        <source>None of the named credentials is still valid on “{name}”.</source>
        <translation>Aucune des informations d’identification nommées n’est encore valide sur «&#x202f;{name}&#x202f;».</translation>
    </message>
    <message>
        <source>Not everything here belongs to the connector</source>
        <translation>Tout ici n’appartient pas au connecteur</translation>
    </message>
    <message>
        <source>Nothing expires there, so no renewal is needed.</source>
        <translation>Rien n’y expire&#xa0;: aucun renouvellement n’est nécessaire.</translation>
    </message>
    <message>
        <source>Nothing is set up in this tenant</source>
        <translation>Rien n’est configuré dans ce locataire</translation>
    </message>
    <message>
        <source>Nothing says who may open the credentials file.</source>
        <translation>Rien n’indique qui pourra ouvrir le fichier d’informations d’identification.</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Rien à faire</translation>
    </message>
    <message>
        <source>Nothing to do: the credential works and is valid until {end}.</source>
        <translation>Rien à faire&#xa0;: les informations d’identification fonctionnent et sont valides jusqu’au {end}.</translation>
    </message>
    <message>
        <source>Nothing to do: the credential works, and does not expire.</source>
        <translation>Rien à faire&#xa0;: les informations d’identification fonctionnent et n’expirent pas.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Nothing was given to open the file with.</source>
        <translation>Rien n’a été fourni pour ouvrir le fichier.</translation>
    </message>
    <message>
        <source>Nothing was granted. A Global Administrator can do it; or leave the application, and register another one.</source>
        <translation>Rien n’a été accordé. Un Administrateur général peut le faire&#x202f;; ou laissez l’application, et inscrivez-en une autre.</translation>
    </message>
    <message>
        <source>Of the credentials that were named, these are not there, or have expired: {key_ids}.</source>
        <translation>Parmi les informations d’identification nommées, celles-ci sont absentes ou expirées&#xa0;: {key_ids}.</translation>
    </message>
    <message>
        <source>On “{name}” ({app}) nothing is missing, but not everything is as it should be: see the list.</source>
        <translation>Sur «&#x202f;{name}&#x202f;» ({app}), rien ne manque, mais tout n’est pas comme il se doit&#xa0;: voir la liste.</translation>
    </message>
    <message>
        <source>On “{name}” ({app}) nothing is missing, but not everything is as it should be: {reasons}.</source>
        <translation>Sur «&#x202f;{name}&#x202f;» ({app}), rien ne manque, mais tout n’est pas comme il se doit&#xa0;: {reasons}.</translation>
    </message>
    <message>
        <source>One of your roles allows this, but it may be too new: a role that was assigned or activated can take up to a quarter of an hour; then sign in again. Otherwise it covers only part of the tenant, or a policy forbids this: Microsoft Entra’s audit logs name the reason.</source>
        <translation>Un de vos rôles le permet&#x202f;; il est donc peut-être trop récent&#xa0;: un rôle attribué ou activé met jusqu’à un quart d’heure à agir, reconnectez-vous alors. Sinon, il ne vaut que pour une partie du locataire, ou une stratégie l’interdit&#xa0;: les journaux d’audit de Microsoft Entra en donnent la raison.</translation>
    </message>
    <message>
        <source>Only the connector can prove it</source>
        <translation>Seul le connecteur peut le prouver</translation>
    </message>
    <message>
        <source>Or did Microsoft ask for an administrator’s approval?</source>
        <translation>Ou Microsoft a-t-il demandé l’approbation d’un administrateur&#x202f;?</translation>
    </message>
    <message>
        <source>Or have somebody with that role prepare the application.</source>
        <translation>Ou faites préparer l’application par quelqu’un qui l’a.</translation>
    </message>
    <message>
        <source>Or prepare the application, and they only consent.</source>
        <translation>Ou préparez l’application&#xa0;: il ne leur restera qu’à donner le consentement.</translation>
    </message>
    <message>
        <source>Otherwise an administrator (Cloud Application Administrator is enough) opens an address once and accepts. That lets the sign-in application use these rights for every user, within what each may do anyway, until it is taken back in the portal, under Enterprise applications, Permissions. In the end the browser cannot reach localhost: that is as it should be.</source>
        <translation>Sinon, un administrateur (Administrateur d’application cloud suffit) ouvre une adresse, une seule fois, et accepte. L’application de connexion peut alors utiliser ces droits pour chaque utilisateur, dans la limite de ce qu’il peut faire de toute façon, jusqu’à leur retrait dans le portail, sous Applications d’entreprise, Autorisations. À la fin, le navigateur ne peut pas joindre localhost&#xa0;: c’est normal.</translation>
    </message>
    <message>
        <source>Our registration met it, and changed: {changed}.</source>
        <translation>Notre inscription l’a rencontrée, et a modifié&#xa0;: {changed}.</translation>
    </message>
    <message>
        <source>Prove it there: {command}</source>
        <translation>Prouvez-le là-bas&#xa0;: {command}</translation>
    </message>
    <message>
        <source>Register a public client application with the redirect URI http://localhost there once, and name it; the offline guide says how.</source>
        <translation>Inscrivez-y une fois une application cliente publique avec l’URI de redirection http://localhost, puis indiquez-la&#x202f;; le guide hors connexion explique comment faire.</translation>
    </message>
    <message>
        <source>Remove it in the portal, under “Certificates &amp; secrets”; removing the application removes it, too.</source>
        <translation>Supprimez-les dans le portail, sous «&#x202f;Certificats &amp; secrets&#x202f;»&#x202f;; supprimer l’application les supprime aussi.</translation>
    </message>
    <message>
        <source>Remove its old secrets first.</source>
        <translation>Supprimez d’abord ses anciens secrets.</translation>
    </message>
    <message>
        <source>Remove one of them in the portal, under “Certificates &amp; secrets”.</source>
        <translation>Supprimez-en dans le portail, sous «&#x202f;Certificats et secrets&#x202f;».</translation>
    </message>
    <message>
        <source>Remove them once the connector no longer needs them.</source>
        <translation>Supprimez-les une fois que le connecteur s’en passe.</translation>
    </message>
    <message>
        <source>Run it again: it makes another one. The application and its consent stay as they are.</source>
        <translation>Relancez l’opération&#xa0;: elle en crée d’autres. L’application et son consentement restent en l’état.</translation>
    </message>
    <message>
        <source>Run it again: it removes the old one, and adds nothing.</source>
        <translation>Relancez&#xa0;: l’ancienne sera supprimée, et rien ne sera ajouté.</translation>
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
        <source>Run the renewal often enough for that.</source>
        <translation>Lancez le renouvellement assez souvent pour cela.</translation>
    </message>
    <message>
        <source>Save it as plain text (ASCII), or export the certificate again as a .cer file.</source>
        <translation>Enregistrez-le en texte brut (ASCII), ou exportez de nouveau le certificat en fichier .cer.</translation>
    </message>
    <message>
        <source>Save the report as HTML, or install fonts that have them (such as Noto).</source>
        <translation>Enregistrez le compte rendu en HTML, ou installez des polices qui les contiennent (Noto, par exemple).</translation>
    </message>
    <message>
        <source>Save the report as HTML, which screen readers read as well, or install fonts (such as DejaVu).</source>
        <translation>Enregistrez le compte rendu en HTML, que les lecteurs d’écran lisent aussi, ou installez des polices (DejaVu, par exemple).</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>Consultez --help.</translation>
    </message>
    <message>
        <source>Set it up first. If it was deleted, that restores it from the recycle bin.</source>
        <translation>Configurez-la d’abord. Si elle a été supprimée, cela la restaure depuis la corbeille.</translation>
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
        <source>Several applications are called “{name}”.</source>
        <translation>Plusieurs applications s’appellent «&#x202f;{name}&#x202f;».</translation>
    </message>
    <message>
        <source>Sign in again and accept them: they are used for this setup only. Or did Microsoft ask for an administrator’s approval? The simplest way: an administrator runs this setup.</source>
        <translation>Reconnectez-vous et acceptez-les&#xa0;: elles ne servent qu’à cette configuration. Ou Microsoft a-t-il demandé l’approbation d’un administrateur&#x202f;? Le plus simple&#xa0;: un administrateur exécute lui-même cette configuration.</translation>
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
        <source>Sign in again; if the problem persists, Microsoft Entra’s sign-in logs name the reason.</source>
        <translation>Reconnectez-vous&#x202f;; si le problème persiste, les journaux de connexion de Microsoft Entra en donnent la raison.</translation>
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
        <source>Sign in with an account of the tenant itself, not as its guest.</source>
        <translation>Connectez-vous avec un compte du locataire lui-même, et non comme invité.</translation>
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
        <source>Somebody, or another run of this program, has removed the new secret or certificate from the application: it is of no use any more, and no file was written.</source>
        <translation>Quelqu’un, ou une autre exécution de ce programme, a supprimé de l’application le nouveau secret ou certificat&#xa0;: il ne sert plus à rien, et aucun fichier n’a été écrit.</translation>
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
        <source>Start it again; if Microsoft’s page showed an error, try the browser of this computer.</source>
        <translation>Recommencez&#x202f;; si la page de Microsoft a affiché une erreur, essayez le navigateur de cet ordinateur.</translation>
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
        <source>TEXT</source>
        <translation>TEXTE</translation>
    </message>
    <message>
        <source>Taken back: {restored}.</source>
        <translation>Rétabli&#xa0;: {restored}.</translation>
    </message>
    <message>
        <source>The ID of the new key is not confirmed</source>
        <translation>L’ID de la nouvelle clé n’est pas confirmé</translation>
    </message>
    <message>
        <source>The RSA key of the certificate in {path} has {bits} bits; at least 2048 are needed.</source>
        <translation>La clé RSA du certificat de {path} a {bits} bits&#x202f;; il en faut au moins 2048.</translation>
    </message>
    <message>
        <source>The account belongs to the tenant {found_or_unknown}, not to {wanted}.</source>
        <translation>Le compte appartient au locataire {found_or_unknown}, et non à {wanted}.</translation>
    </message>
    <message>
        <source>The account for the proxy is incomplete</source>
        <translation>Le compte pour le proxy est incomplet</translation>
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
        <source>The answer names {host}, which is not a host of the chosen cloud. Nothing was sent there.</source>
        <translation>La réponse nomme {host}, qui n’est pas un hôte du cloud choisi. Rien n’y a été envoyé.</translation>
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
        <source>The application has no secret yet; after the consent the setup finishes the job.</source>
        <translation>L’application n’a pas encore de secret&#x202f;; après le consentement, la configuration termine le travail.</translation>
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
        <source>The application signed in with its key, but Microsoft does not accept the proof made with it; no key was replaced.</source>
        <translation>L’application s’est connectée avec sa clé, mais Microsoft n’accepte pas la preuve qu’elle en a tirée&#x202f;; aucune clé n’a été remplacée.</translation>
    </message>
    <message>
        <source>The application still has client secrets that sign in: {keys}.</source>
        <translation>L’application a encore des secrets client valides&#xa0;: {keys}.</translation>
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
        <source>The application {app} has 20 federated credentials, and Microsoft allows no more.</source>
        <translation>L’application {app} a 20 informations d’identification fédérées, et Microsoft n’en permet pas davantage.</translation>
    </message>
    <message>
        <source>The application {app} has no live certificate with the thumbprint {thumbprint}.</source>
        <translation>L’application {app} n’a pas de certificat valide d’empreinte {thumbprint}.</translation>
    </message>
    <message>
        <source>The browser insists on https</source>
        <translation>Le navigateur impose https</translation>
    </message>
    <message>
        <source>The browser will not bring Microsoft’s answer to http://localhost: it tries https instead.</source>
        <translation>Le navigateur n’apporte pas la réponse de Microsoft à http://localhost&#xa0;: il essaie https à la place.</translation>
    </message>
    <message>
        <source>The certificate cannot be used</source>
        <translation>Le certificat ne peut pas être utilisé</translation>
    </message>
    <message>
        <source>The certificate in {path} expired on {end}.</source>
        <translation>Le certificat dans {path} a expiré le {end}.</translation>
    </message>
    <message>
        <source>The certificate in {path} expired on {end}: the application can no longer sign in to exchange it.</source>
        <translation>Le certificat de {path} a expiré le {end}&#xa0;: l’application ne peut plus se connecter pour le remplacer.</translation>
    </message>
    <message>
        <source>The certificate in {path} is allowed to sign other certificates (CA:TRUE).</source>
        <translation>Le certificat de {path} dit de lui-même qu’il peut signer d’autres certificats (CA:TRUE).</translation>
    </message>
    <message>
        <source>The certificate in {path} is not valid before {begin}.</source>
        <translation>Le certificat de {path} n’est pas valide avant le {begin}.</translation>
    </message>
    <message>
        <source>The certificate in {path} is signed with SHA-1 or MD5.</source>
        <translation>Le certificat de {path} est signé en SHA-1 ou en MD5.</translation>
    </message>
    <message>
        <source>The certificate is marked as an authority</source>
        <translation>Le certificat est marqué comme autorité</translation>
    </message>
    <message>
        <source>The certificate is not registered</source>
        <translation>Le certificat n’est pas inscrit</translation>
    </message>
    <message>
        <source>The certificate is registered, but only the connector has its private key to try it with.</source>
        <translation>Le certificat est inscrit, mais seul le connecteur a sa clé privée pour l’essayer.</translation>
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
        <source>The certificate’s signature is weak</source>
        <translation>La signature du certificat est faible</translation>
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
        <source>The connection to {host} was cut before it was secure.</source>
        <translation>La connexion à {host} a été coupée avant d’être sécurisée.</translation>
    </message>
    <message>
        <source>The connector needs to know the new key</source>
        <translation>Le connecteur doit apprendre la nouvelle clé</translation>
    </message>
    <message>
        <source>The connector replaces this key itself</source>
        <translation>Le connecteur remplace cette clé lui-même</translation>
    </message>
    <message>
        <source>The consent stands for: {standing}.</source>
        <translation>Le consentement est en place pour&#xa0;: {standing}.</translation>
    </message>
    <message>
        <source>The credential expires on {end}; without a new one, the connector then stops.</source>
        <translation>Les informations d’identification expirent le {end}&#x202f;; sans renouvellement, le connecteur s’arrêtera alors.</translation>
    </message>
    <message>
        <source>The credential expires soon</source>
        <translation>Les informations d’identification expirent bientôt</translation>
    </message>
    <message>
        <source>The credential has expired or does not fit.</source>
        <translation>Les informations d’identification ont expiré ou ne conviennent pas.</translation>
    </message>
    <message>
        <source>The credential is delivered, but still marked as undelivered</source>
        <translation>Les informations d’identification sont remises, mais encore marquées comme non remises</translation>
    </message>
    <message>
        <source>The credential is good. The site is locked or archived: the connector cannot read it before it is unlocked in the SharePoint admin center.</source>
        <translation>Les informations d’identification sont valides. Le site est verrouillé ou archivé&#xa0;: le connecteur ne pourra le lire qu’une fois déverrouillé dans le centre d’administration SharePoint.</translation>
    </message>
    <message>
        <source>The credential is good. Without a SharePoint Online licence in this tenant, the connector finds no file to scan.</source>
        <translation>Les informations d’identification sont valides. Sans licence SharePoint Online dans ce locataire, le connecteur ne trouve aucun fichier à analyser.</translation>
    </message>
    <message>
        <source>The credential is good: it carries the permission.</source>
        <translation>Les informations d’identification sont valides&#xa0;: elles portent l’autorisation.</translation>
    </message>
    <message>
        <source>The credential is good: it carries the permission. If the connector is refused as well, send GLIMPS this message.</source>
        <translation>Les informations d’identification sont valides&#xa0;: elles portent l’autorisation. Si le connecteur est refusé lui aussi, communiquez ce message à GLIMPS.</translation>
    </message>
    <message>
        <source>The credential is not proven</source>
        <translation>Les informations d’identification ne sont pas prouvées</translation>
    </message>
    <message>
        <source>The credential was not found</source>
        <translation>Les informations d’identification sont introuvables</translation>
    </message>
    <message>
        <source>The credential works and is delivered, but Microsoft did not let this program remove the “undelivered” mark from the application (key ID {key_id}).</source>
        <translation>Les informations d’identification fonctionnent et sont remises, mais Microsoft n’a pas permis à ce programme de retirer de l’application leur marque «&#x202f;non remis&#x202f;» (ID de clé {key_id}).</translation>
    </message>
    <message>
        <source>The credentials could not be verified</source>
        <translation>Les informations d’identification n’ont pas pu être vérifiées</translation>
    </message>
    <message>
        <source>The credential’s encrypted file shows its expiry; so does a check with a sign-in.</source>
        <translation>Le fichier chiffré des informations d’identification indique leur expiration&#x202f;; une vérification avec connexion aussi.</translation>
    </message>
    <message>
        <source>The credential’s expiry is not known</source>
        <translation>L’expiration des informations d’identification n’est pas connue</translation>
    </message>
    <message>
        <source>The encrypted file was not written</source>
        <translation>Le fichier chiffré n’a pas été enregistré</translation>
    </message>
    <message>
        <source>The enrolment file cannot be used</source>
        <translation>Le fichier d’enrôlement est inutilisable</translation>
    </message>
    <message>
        <source>The enterprise application is disabled</source>
        <translation>L’application d’entreprise est désactivée</translation>
    </message>
    <message>
        <source>The enterprise application is disabled in this tenant, so that Microsoft gives it no token.</source>
        <translation>L’application d’entreprise est désactivée dans ce locataire&#xa0;: Microsoft ne lui donne aucun jeton.</translation>
    </message>
    <message>
        <source>The enterprise application stays hidden in the portal</source>
        <translation>L’application d’entreprise reste masquée dans le portail</translation>
    </message>
    <message>
        <source>The existing application is read, and a new plan is made. If the run stops here, run it again to see that plan.</source>
        <translation>L’application présente est examinée et le plan est refait. Si l’opération s’arrête là, relancez-la pour voir ce plan.</translation>
    </message>
    <message>
        <source>The expiry of this credential can be read neither with it nor from what was given.</source>
        <translation>L’expiration de ces informations d’identification ne peut être lue ni avec elles, ni dans ce qui a été fourni.</translation>
    </message>
    <message>
        <source>The federated credential “{name}” has this issuer and subject already, for the audience {audience}.</source>
        <translation>Les informations d’identification fédérées «&#x202f;{name}&#x202f;» ont déjà cet émetteur et cet objet, pour l’audience {audience}.</translation>
    </message>
    <message>
        <source>The federation cannot be used like this</source>
        <translation>La fédération ne peut pas être utilisée ainsi</translation>
    </message>
    <message>
        <source>The federation is registered, but only the connector has tokens to try it with. Microsoft reads the keys of {issuer} from the Internet, and compares the issuer to the last slash.</source>
        <translation>La fédération est inscrite, mais seul le connecteur a des jetons pour l’essayer. Microsoft lit les clés de {issuer} depuis Internet, et compare l’émetteur jusqu’à la dernière barre oblique.</translation>
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
        <source>The file is a link</source>
        <translation>Le fichier est un lien</translation>
    </message>
    <message>
        <source>The file is for another cloud</source>
        <translation>Le fichier concerne un autre cloud</translation>
    </message>
    <message>
        <source>The file is written: {file}.</source>
        <translation>Le fichier est écrit&#xa0;: {file}.</translation>
    </message>
    <message>
        <source>The file of an earlier run was found</source>
        <translation>Le fichier d’une exécution précédente a été retrouvé</translation>
    </message>
    <message>
        <source>The file to open is missing.</source>
        <translation>Le fichier à ouvrir n’est pas indiqué.</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>Le fichier n’a pas été écrit</translation>
    </message>
    <message>
        <source>The folder does not exist</source>
        <translation>Le dossier n’existe pas</translation>
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
        <source>The format {form} only supports a client secret, and this file has none.</source>
        <translation>Le format {form} ne prend en charge qu’un secret client, et ce fichier n’en contient pas.</translation>
    </message>
    <message>
        <source>The identity does not open {path}.</source>
        <translation>L’identité n’ouvre pas {path}.</translation>
    </message>
    <message>
        <source>The key file cannot be used</source>
        <translation>Le fichier de clé ne peut pas être utilisé</translation>
    </message>
    <message>
        <source>The key has expired</source>
        <translation>La clé a expiré</translation>
    </message>
    <message>
        <source>The key of the certificate in {path} is not RSA, and Microsoft accepts no other kind for applications.</source>
        <translation>La clé du certificat de {path} n’est pas RSA&#xa0;: Microsoft n’en accepte pas d’autre pour les applications.</translation>
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
        <source>The name of the application contains the character {sign}, which is a control character or invisible.</source>
        <translation>Le nom de l’application contient le caractère {sign}, un caractère de contrôle ou invisible.</translation>
    </message>
    <message>
        <source>The name of the application has {length} characters, and Microsoft accepts at most 120.</source>
        <translation>Le nom de l’application a {length} caractères, et Microsoft en accepte 120.</translation>
    </message>
    <message>
        <source>The name {host} could not be resolved (DNS).</source>
        <translation>Le nom {host} n’a pas pu être résolu (DNS).</translation>
    </message>
    <message>
        <source>The new credential could not be revoked: the next run removes it.</source>
        <translation>Les nouvelles informations d’identification n’ont pas pu être révoquées&#xa0;: l’exécution suivante les supprime.</translation>
    </message>
    <message>
        <source>The new credential could not be tried here.</source>
        <translation>Les nouvelles informations d’identification n’ont pas pu être essayées ici.</translation>
    </message>
    <message>
        <source>The new credential may exist: the next run finds it, and removes it if it is lost.</source>
        <translation>Les nouvelles informations d’identification existent peut-être&#xa0;: l’exécution suivante les retrouve, et les supprime si elles sont perdues.</translation>
    </message>
    <message>
        <source>The new credential was removed meanwhile</source>
        <translation>Les nouvelles informations d’identification ont été supprimées entre-temps</translation>
    </message>
    <message>
        <source>The new credential was revoked.</source>
        <translation>Les nouvelles informations d’identification ont été révoquées.</translation>
    </message>
    <message>
        <source>The new key is in its place, but the old one (key ID {key_id}) was not removed.</source>
        <translation>La nouvelle clé est en place, mais l’ancienne (ID de clé {key_id}) n’a pas été supprimée.</translation>
    </message>
    <message>
        <source>The new secret could not be revoked: run it again, it will be removed then.</source>
        <translation>Le nouveau secret n’a pas pu être révoqué&#xa0;: relancez l’opération, il sera alors supprimé.</translation>
    </message>
    <message>
        <source>The new secret was revoked. Run it again afterwards, or have another delivered unproven.</source>
        <translation>Le nouveau secret a été révoqué. Relancez ensuite, ou faites remettre un autre secret sans preuve.</translation>
    </message>
    <message>
        <source>The new secret was revoked. Run it again in a few minutes.</source>
        <translation>Le nouveau secret a été révoqué. Relancez l’opération dans quelques minutes.</translation>
    </message>
    <message>
        <source>The next run can remove it.</source>
        <translation>La prochaine exécution peut la supprimer.</translation>
    </message>
    <message>
        <source>The old client secret stays valid</source>
        <translation>L’ancien secret client reste valide</translation>
    </message>
    <message>
        <source>The old key (key ID {key_id}) stays valid until {end}.</source>
        <translation>L’ancienne clé (ID de clé {key_id}) reste valide jusqu’au {end}.</translation>
    </message>
    <message>
        <source>The old key may still be valid</source>
        <translation>L’ancienne clé est peut-être encore valide</translation>
    </message>
    <message>
        <source>The old key stays valid</source>
        <translation>L’ancienne clé reste valide</translation>
    </message>
    <message>
        <source>The old key was not found under an ID that is known here; if it is still there, it expires on {end}.</source>
        <translation>L’ancienne clé n’a été trouvée sous aucun ID connu ici&#x202f;; si elle existe encore, elle expire le {end}.</translation>
    </message>
    <message>
        <source>The old key was not removed</source>
        <translation>L’ancienne clé n’a pas été supprimée</translation>
    </message>
    <message>
        <source>The one that was made to find out what it allows may still exist: a later run removes it.</source>
        <translation>Les informations d’identification créées pour trouver ce qu’elle autorise existent peut-être encore&#xa0;: une exécution ultérieure les supprimera.</translation>
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
        <source>The passphrase may have been changed on its way</source>
        <translation>La phrase secrète a peut-être été modifiée en chemin</translation>
    </message>
    <message>
        <source>The passphrase that was piped in holds “?”: Windows PowerShell sends it in place of each letter outside ASCII.</source>
        <translation>La phrase secrète reçue par un tube contient «&#x202f;?&#x202f;»&#xa0;: Windows PowerShell l’envoie à la place de chaque lettre hors ASCII.</translation>
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
        <source>The private key in {key} is not that of the certificate in {certificate}.</source>
        <translation>La clé privée de {key} n’est pas celle du certificat de {certificate}.</translation>
    </message>
    <message>
        <source>The private key in {path} is protected by a passphrase.</source>
        <translation>La clé privée de {path} est protégée par une phrase secrète.</translation>
    </message>
    <message>
        <source>The proxy needs both the user name and the password.</source>
        <translation>Il faut au proxy le nom d’utilisateur et le mot de passe.</translation>
    </message>
    <message>
        <source>The proxy refused the connection</source>
        <translation>Le proxy a refusé la connexion</translation>
    </message>
    <message>
        <source>The proxy requires a sign-in</source>
        <translation>Le proxy demande une authentification</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be reached.</source>
        <translation>Le proxy {proxy} est injoignable.</translation>
    </message>
    <message>
        <source>The proxy’s address cannot be used</source>
        <translation>L’adresse du proxy est inutilisable</translation>
    </message>
    <message>
        <source>The secret is not lost: choose another place for the file.</source>
        <translation>Le secret n’est pas perdu&#xa0;: choisissez un autre emplacement pour le fichier.</translation>
    </message>
    <message>
        <source>The secret is not lost: close other programs, or choose a recipient’s public key.</source>
        <translation>Le secret n’est pas perdu&#xa0;: fermez d’autres programmes, ou choisissez la clé publique d’un destinataire.</translation>
    </message>
    <message>
        <source>The secret was revoked: close other programs, or encrypt for a public key, and try again.</source>
        <translation>Le secret a été révoqué&#xa0;: fermez d’autres programmes, ou chiffrez pour une clé publique, puis relancez.</translation>
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
        <source>The simplest way: an administrator runs this setup.</source>
        <translation>Le plus simple&#xa0;: un administrateur exécute lui-même cette configuration.</translation>
    </message>
    <message>
        <source>The step “{begun}” may be done in part.</source>
        <translation>L’étape «&#x202f;{begun}&#x202f;» est peut-être faite en partie.</translation>
    </message>
    <message>
        <source>The tenant only accepts certificates from its own trusted certificate authority; the application and its consent stay as they are.</source>
        <translation>Le locataire n’accepte que les certificats de sa propre autorité de certification approuvée&#x202f;; l’application et son consentement restent en l’état.</translation>
    </message>
    <message>
        <source>The token file cannot be used</source>
        <translation>Le fichier de jeton ne peut pas être utilisé</translation>
    </message>
    <message>
        <source>The trial read for {permissions} was not answered.</source>
        <translation>La lecture d’essai pour {permissions} est restée sans réponse.</translation>
    </message>
    <message>
        <source>The trial reads could not be done</source>
        <translation>Les lectures d’essai n’ont pas pu être faites</translation>
    </message>
    <message>
        <source>The unique name is taken</source>
        <translation>Le nom unique est déjà pris</translation>
    </message>
    <message>
        <source>The variable {variable} does not hold the address of a proxy.</source>
        <translation>La variable {variable} ne contient pas l’adresse d’un proxy.</translation>
    </message>
    <message>
        <source>The variable {variable} names a proxy of the kind {scheme}; only http and https can be used.</source>
        <translation>La variable {variable} désigne un proxy de type {scheme}&#x202f;; seuls http et https sont utilisables.</translation>
    </message>
    <message>
        <source>Then prove it where the connector runs.</source>
        <translation>Prouvez-les ensuite là où le connecteur s’exécute.</translation>
    </message>
    <message>
        <source>There are too many objects</source>
        <translation>Il y a trop d’objets</translation>
    </message>
    <message>
        <source>There are two enrolment files: {paths}. Neither was used.</source>
        <translation>Il y a deux fichiers d’enrôlement&#xa0;: {paths}. Aucun n’a été pris en compte.</translation>
    </message>
    <message>
        <source>There is more than one enrolment file</source>
        <translation>Il y a plusieurs fichiers d’enrôlement</translation>
    </message>
    <message>
        <source>There is no display for the wizard here.</source>
        <translation>Il n’y a pas d’écran ici pour afficher l’assistant.</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>Le dossier {path} n’existe pas.</translation>
    </message>
    <message>
        <source>There is too little memory</source>
        <translation>Il y a trop peu de mémoire</translation>
    </message>
    <message>
        <source>This account can register the application, but not give admin consent to it.</source>
        <translation>Ce compte peut inscrire l’application, mais pas lui accorder le consentement d’administrateur.</translation>
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
        <source>This account may not do that.</source>
        <translation>Ce compte ne peut pas faire cela.</translation>
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
        <source>This computer opened no browser.</source>
        <translation>Cet ordinateur n’a ouvert aucun navigateur.</translation>
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
        <source>This computer’s list of trusted authorities is empty or cannot be read.</source>
        <translation>La liste des autorités de confiance de cet ordinateur est vide ou illisible.</translation>
    </message>
    <message>
        <source>This computer’s settings name a SOCKS proxy for {host}; only HTTP proxies can be used.</source>
        <translation>Les paramètres de cet ordinateur désignent un proxy SOCKS pour {host}&#x202f;; seuls les proxys HTTP sont utilisables.</translation>
    </message>
    <message>
        <source>This file cannot be used to replace a key</source>
        <translation>Ce fichier ne permet pas de remplacer une clé</translation>
    </message>
    <message>
        <source>This is a federated credential</source>
        <translation>Il s’agit d’informations d’identification fédérées</translation>
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
        <source>This program signs in by Negotiate, NTLM or Basic; ask who runs the proxy for one of them, or for a way to {host} without a sign-in.</source>
        <translation>Ce programme s’authentifie par Negotiate, NTLM ou Basic&#xa0;: demandez à l’administrateur du proxy l’une de ces méthodes, ou un accès à {host} sans authentification.</translation>
    </message>
    <message>
        <source>This system has no fonts, and a PDF made without them shows boxes in place of letters.</source>
        <translation>Ce système n’a aucune police de caractères, et un PDF créé sans elles affiche des carrés à la place des lettres.</translation>
    </message>
    <message>
        <source>This tenant has no application called “{app}”.</source>
        <translation>Ce locataire n’a aucune application nommée «&#x202f;{app}&#x202f;».</translation>
    </message>
    <message>
        <source>This tenant has no application {app}.</source>
        <translation>Ce locataire n’a pas d’application {app}.</translation>
    </message>
    <message>
        <source>To register it, run the setup with this certificate.</source>
        <translation>Pour l’inscrire, lancez la configuration avec ce certificat.</translation>
    </message>
    <message>
        <source>Try a device code, or ask for an exception; device codes are often blocked as well.</source>
        <translation>Essayez un code d’appareil, ou demandez une exception&#x202f;; les codes d’appareil sont souvent bloqués aussi.</translation>
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
        <source>Try the browser, or ask for an exception.</source>
        <translation>Essayez le navigateur, ou demandez une exception.</translation>
    </message>
    <message>
        <source>Try the other way, browser or device code, or ask for an exception; device codes are often blocked.</source>
        <translation>Essayez l’autre méthode, navigateur ou code d’appareil, ou demandez une exception&#x202f;; les codes d’appareil sont souvent bloqués.</translation>
    </message>
    <message>
        <source>Two keys are valid already</source>
        <translation>Deux clés sont déjà valides</translation>
    </message>
    <message>
        <source>Type the name again: the character may have been copied along with it.</source>
        <translation>Saisissez le nom à nouveau&#xa0;: ce caractère a pu être copié avec lui.</translation>
    </message>
    <message>
        <source>Type the same one twice.</source>
        <translation>Saisissez deux fois la même.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
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
        <source>Use a certificate instead. If the policy forbids certificates too, use a federation, which needs neither, or ask a Security Administrator to exempt the application {app} from the app management policy.</source>
        <translation>Utilisez plutôt un certificat. Si la stratégie interdit aussi les certificats, utilisez une fédération, qui se passe des deux, ou demandez à un Administrateur de la sécurité d’exempter l’application {app} de la stratégie de gestion des applications.</translation>
    </message>
    <message>
        <source>Use a client secret instead. If the policy forbids secrets too, use a federation, which needs neither, or ask a Security Administrator to exempt the application {app} from the app management policy.</source>
        <translation>Utilisez plutôt un secret client. Si la stratégie interdit aussi les secrets, utilisez une fédération, qui se passe des deux, ou demandez à un Administrateur de la sécurité d’exempter l’application {app} de la stratégie de gestion des applications.</translation>
    </message>
    <message>
        <source>Use a device code instead.</source>
        <translation>Utilisez plutôt un code d’appareil.</translation>
    </message>
    <message>
        <source>Use a device code; or switch off the browser’s HTTPS-only mode for localhost, and sign in again.</source>
        <translation>Utilisez un code d’appareil&#x202f;; ou désactivez pour localhost le mode HTTPS uniquement du navigateur, puis reconnectez-vous.</translation>
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
        <source>Use the console instead: {program} setup.</source>
        <translation>Utilisez plutôt la console&#xa0;: {program} setup.</translation>
    </message>
    <message>
        <source>Use the format console or patch for a certificate or a federation.</source>
        <translation>Pour un certificat ou une fédération, utilisez le format console ou patch.</translation>
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
        <source>Wait until then, check the clocks of both machines, or make a new one.</source>
        <translation>Attendez cette date, vérifiez l’horloge des deux machines, ou créez-en un nouveau.</translation>
    </message>
    <message>
        <source>What follows is done as {now}; the report names both accounts.</source>
        <translation>La suite se fait au nom de {now}&#x202f;; le compte rendu mentionne les deux.</translation>
    </message>
    <message>
        <source>What was registered stays: run it again with another place for the file.</source>
        <translation>Ce qui a été inscrit reste&#xa0;: relancez avec un autre emplacement pour le fichier.</translation>
    </message>
    <message>
        <source>Where users may not register applications, the role Application Developer is needed; to change one that somebody else registered, the role Application Administrator.</source>
        <translation>Là où les utilisateurs ne peuvent pas inscrire d’applications, il faut le rôle Développeur d’applications&#x202f;; pour en modifier une qu’une autre personne a inscrite, le rôle Administrateur d’application.</translation>
    </message>
    <message>
        <source>Which application is meant?</source>
        <translation>De quelle application s’agit-il&#x202f;?</translation>
    </message>
    <message>
        <source>Whose application is this?</source>
        <translation>À qui est cette application&#x202f;?</translation>
    </message>
    <message>
        <source>Write the user name in its first line and the password in its second.</source>
        <translation>Écrivez le nom d’utilisateur sur la première ligne et le mot de passe sur la deuxième.</translation>
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
        <source>Your proxy did not accept this user name and password (HTTP 407; it offers: {offered}).</source>
        <translation>Votre proxy n’a pas accepté ce nom d’utilisateur et ce mot de passe (HTTP 407&#x202f;; méthodes proposées&#xa0;: {offered}).</translation>
    </message>
    <message>
        <source>Your proxy did not let the program reach {host} (HTTP {status}).</source>
        <translation>Votre proxy n’a pas laissé le programme joindre {host} (HTTP {status}).</translation>
    </message>
    <message>
        <source>Your proxy did not let the program reach {host}.</source>
        <translation>Votre proxy n’a pas laissé le programme atteindre {host}.</translation>
    </message>
    <message>
        <source>Your proxy requires a sign-in before it lets you reach {host} (HTTP 407: {offered}).</source>
        <translation>Votre proxy exige une authentification avant de laisser joindre {host} (HTTP 407&#xa0;: {offered}).</translation>
    </message>
    <message>
        <source>Your role is not sufficient</source>
        <translation>Votre rôle ne suffit pas</translation>
    </message>
    <message>
        <source>Your tenant’s policy does not allow a certificate that is valid for {days} days.</source>
        <translation>La stratégie de votre locataire ne permet pas un certificat valide {days} jours.</translation>
    </message>
    <message>
        <source>Your tenant’s policy does not allow a credential of {asked} days.</source>
        <translation>La stratégie de votre locataire n’autorise pas d’informations d’identification de {asked} jours.</translation>
    </message>
    <message>
        <source>Your tenant’s policy does not allow {asked} days: the new key is valid for {days} days.</source>
        <translation>La stratégie de votre locataire n’autorise pas {asked} jours&#xa0;: la nouvelle clé est valide {days} jours.</translation>
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
        <source>Your tenant’s policy forbids self-signed certificates</source>
        <translation>La stratégie de votre locataire interdit les certificats auto-signés</translation>
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
        <source>age1…|FILE</source>
        <translation>age1…|FICHIER</translation>
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
        <source>there is too little memory to encrypt with a passphrase</source>
        <translation>il y a trop peu de mémoire pour chiffrer avec une phrase secrète</translation>
    </message>
    <message>
        <source>{before} began, and {now} has signed in since, in the same tenant.</source>
        <translation>{before} a commencé, puis {now} s’est connecté, dans le même locataire.</translation>
    </message>
    <message>
        <source>{first} and {second} cannot be used together.</source>
        <translation>{first} et {second} s’excluent mutuellement.</translation>
    </message>
    <message>
        <source>{host} and this computer could not agree on a secure connection.</source>
        <translation>{host} et cet ordinateur n’ont pas pu établir de connexion sécurisée.</translation>
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
        <source>{key_id} is the federated credential “{name}”, which is not removed by its ID here.</source>
        <translation>{key_id} désigne les informations d’identification fédérées «&#x202f;{name}&#x202f;», que cette commande ne supprime pas par leur ID.</translation>
    </message>
    <message>
        <source>{option} can only be used with {other}.</source>
        <translation>{option} ne s’utilise qu’avec {other}.</translation>
    </message>
    <message>
        <source>{option} is an option of a command, and none was given.</source>
        <translation>{option} est une option de commande, et aucune commande n’est indiquée.</translation>
    </message>
    <message>
        <source>{option} is missing.</source>
        <translation>Il manque {option}.</translation>
    </message>
    <message>
        <source>{option} is not an option of “{command}”.</source>
        <translation>{option} n’est pas une option de «&#x202f;{command}&#x202f;».</translation>
    </message>
    <message>
        <source>{option} was given without its value.</source>
        <translation>{option} est indiquée sans sa valeur.</translation>
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
        <source>{path} does not give the object ID of the app registration, which replacing the key requires.</source>
        <translation>{path} n’indique pas l’ID d’objet de l’inscription d’application, nécessaire au remplacement.</translation>
    </message>
    <message>
        <source>{path} does not hold a token of the form that issuers write (three parts with dots between them).</source>
        <translation>{path} ne contient pas un jeton de la forme qu’écrivent les émetteurs (trois parties séparées par des points).</translation>
    </message>
    <message>
        <source>{path} does not hold an account for the proxy.</source>
        <translation>{path} ne contient pas de compte pour le proxy.</translation>
    </message>
    <message>
        <source>{path} exists already.</source>
        <translation>{path} existe déjà.</translation>
    </message>
    <message>
        <source>{path} holds a private key, which must not leave the connector’s machine.</source>
        <translation>{path} contient une clé privée, qui ne doit pas quitter la machine du connecteur.</translation>
    </message>
    <message>
        <source>{path} holds an age identity, and no passphrase.</source>
        <translation>{path} contient une identité age, et non une phrase secrète.</translation>
    </message>
    <message>
        <source>{path} holds no RSA private key in PEM.</source>
        <translation>{path} ne contient pas de clé privée RSA au format PEM.</translation>
    </message>
    <message>
        <source>{path} holds no age identity.</source>
        <translation>{path} ne contient aucune identité age.</translation>
    </message>
    <message>
        <source>{path} holds no certificate.</source>
        <translation>{path} ne contient pas de certificat.</translation>
    </message>
    <message>
        <source>{path} holds several certificates that do not form one chain.</source>
        <translation>{path} contient plusieurs certificats qui ne forment pas une seule chaîne.</translation>
    </message>
    <message>
        <source>{path} holds the IDs with which GLIMPS’s connector replaces its certificate itself: two programs would remove each other’s keys.</source>
        <translation>{path} contient les ID avec lesquels le connecteur GLIMPS remplace lui-même son certificat&#xa0;: à deux, chacun supprimerait la clé de l’autre.</translation>
    </message>
    <message>
        <source>{path} is a link: nothing is written through it, since somebody else may have laid it there.</source>
        <translation>{path} est un lien&#xa0;: rien n’est écrit à travers lui, car quelqu’un d’autre a pu le placer là.</translation>
    </message>
    <message>
        <source>{path} is about another certificate than {certificate}.</source>
        <translation>{path} concerne un autre certificat que {certificate}.</translation>
    </message>
    <message>
        <source>{path} is an encrypted file itself, and holds no passphrase or key.</source>
        <translation>{path} est lui-même un fichier chiffré, et ne contient ni phrase secrète ni clé.</translation>
    </message>
    <message>
        <source>{path} is damaged or incomplete.</source>
        <translation>{path} est endommagé ou incomplet.</translation>
    </message>
    <message>
        <source>{path} is for a client secret, which the application cannot replace itself.</source>
        <translation>{path} contient un secret client, que l’application ne peut pas remplacer elle-même.</translation>
    </message>
    <message>
        <source>{path} is for a federation, which has no key to replace.</source>
        <translation>{path} concerne une fédération, qui n’a pas de clé à remplacer.</translation>
    </message>
    <message>
        <source>{path} is for another cloud ({authority}).</source>
        <translation>{path} concerne un autre cloud ({authority}).</translation>
    </message>
    <message>
        <source>{path} is not an encrypted credentials file.</source>
        <translation>{path} n’est pas un fichier chiffré d’informations d’identification.</translation>
    </message>
    <message>
        <source>{path} is of version {version}, which this program does not know.</source>
        <translation>{path} est de la version {version}, que ce programme ne connaît pas.</translation>
    </message>
    <message>
        <source>{path} names a recipient that is not GLIMPS’s key in this program ({recipient}, fingerprint {fingerprint}), and with --yes nobody is asked.</source>
        <translation>{path} indique un destinataire qui n’est pas la clé de GLIMPS connue de ce programme ({recipient}, empreinte {fingerprint}), et avec --yes personne n’est interrogé.</translation>
    </message>
    <message>
        <source>{path} opens with a key, and a passphrase was given.</source>
        <translation>{path} s’ouvre avec une clé, et c’est une phrase secrète qui a été indiquée.</translation>
    </message>
    <message>
        <source>{path} opens with a passphrase, and a key was given.</source>
        <translation>{path} s’ouvre avec une phrase secrète, et c’est une clé qui a été indiquée.</translation>
    </message>
    <message>
        <source>{path} was written in UTF-16, which no program reads as a certificate.</source>
        <translation>{path} est écrit en UTF-16, qu’aucun programme ne lit comme certificat.</translation>
    </message>
    <message>
        <source>{path} would not be encrypted: nothing in it is secret.</source>
        <translation>{path} ne serait pas chiffré&#xa0;: rien n’y est secret.</translation>
    </message>
    <message>
        <source>{path}, line {line}, “{key}”:</source>
        <translation>{path}, ligne {line}, «&#x202f;{key}&#x202f;»&#xa0;:</translation>
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
        <source>“{name}” ({app}) was found, and it is not plainly ours. Nothing was granted to it, and no credential was added.</source>
        <translation>«&#x202f;{name}&#x202f;» ({app}) existe, et rien ne montre que c’est la nôtre. Rien ne lui a été accordé, aucune information d’identification n’y a été ajoutée.</translation>
    </message>
    <message>
        <source>“{name}” has no credential that is still valid: the connector cannot sign in.</source>
        <translation>«&#x202f;{name}&#x202f;» n’a plus aucune information d’identification valide&#xa0;: le connecteur ne peut pas se connecter.</translation>
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
        <source>“{value}” is a key of an age plugin, such as one for hardware keys.</source>
        <translation>«&#x202f;{value}&#x202f;» est la clé d’un module d’extension d’age, par exemple pour une clé matérielle.</translation>
    </message>
    <message>
        <source>“{value}” is a post-quantum key of age, which this program cannot encrypt for yet.</source>
        <translation>«&#x202f;{value}&#x202f;» est une clé age post-quantique, pour laquelle ce programme ne sait pas encore chiffrer.</translation>
    </message>
    <message>
        <source>“{value}” is a private key, which only its owner may hold.</source>
        <translation>«&#x202f;{value}&#x202f;» est une clé privée, que seul son propriétaire peut détenir.</translation>
    </message>
    <message>
        <source>“{value}” is an SSH key.</source>
        <translation>«&#x202f;{value}&#x202f;» est une clé SSH.</translation>
    </message>
    <message>
        <source>“{value}” is neither a tenant ID nor a domain.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est ni un ID de locataire ni un domaine.</translation>
    </message>
    <message>
        <source>“{value}” is no real key: whoever has the file could open it.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est pas une vraie clé&#xa0;: quiconque a le fichier pourrait l’ouvrir.</translation>
    </message>
    <message>
        <source>“{value}” is not a lifetime in months.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est pas une durée en mois.</translation>
    </message>
    <message>
        <source>“{value}” is not a number of days.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est pas un nombre de jours.</translation>
    </message>
    <message>
        <source>“{value}” is not a subject.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est pas un objet.</translation>
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
    <message>
        <source>“{value}” is not an audience.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est pas une audience.</translation>
    </message>
    <message>
        <source>“{value}” is not an issuer.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est pas un émetteur.</translation>
    </message>
    <message>
        <source>“{word}” is not expected here.</source>
        <translation>«&#x202f;{word}&#x202f;» n’est pas attendu ici.</translation>
    </message>
</context>
<context>
    <name>Executable</name>
    <message>
        <source>GLIMPS ODSP connector registration wizard</source>
        <translation>Assistant d’inscription du connecteur ODSP GLIMPS</translation>
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
        <source>&amp;Passphrase of the file</source>
        <translation>&amp;Phrase secrète du fichier</translation>
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
        <translation>Saisie</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File that holds the credentials</source>
        <translation>Fichier des informations d’identification</translation>
    </message>
    <message>
        <source>Have a file made by this program? &amp;Open it…</source>
        <translation>Vous avez un fichier créé par ce programme&#x202f;? &amp;Ouvrez-le…</translation>
    </message>
    <message>
        <source>Key that opens the file</source>
        <translation>Clé qui ouvre le fichier</translation>
    </message>
    <message>
        <source>No secret? &amp;Sign in to read the configuration</source>
        <translation>Pas de secret&#x202f;? &amp;Me connecter pour lire la configuration</translation>
    </message>
    <message>
        <source>Paste the three values that the portal shows, under the same names.</source>
        <translation>Collez les trois valeurs affichées par le portail, sous les mêmes noms.</translation>
    </message>
    <message>
        <source>T&amp;ype the values instead</source>
        <translation>Sa&amp;isir plutôt les valeurs</translation>
    </message>
    <message>
        <source>The file is only opened in this computer’s memory.</source>
        <translation>Le fichier n’est ouvert que dans la mémoire de cet ordinateur.</translation>
    </message>
    <message>
        <source>The secret is tried with Microsoft only: a token, its permissions, one trial read for each. Nothing is changed.</source>
        <translation>Le secret n’est essayé qu’auprès de Microsoft&#xa0;: un jeton, ses autorisations, une lecture pour chacune. Rien n’est modifié.</translation>
    </message>
    <message>
        <source>Use a &amp;key file…</source>
        <translation>Utiliser un fichier de &amp;clé…</translation>
    </message>
    <message>
        <source>Verify an existing application</source>
        <translation>Vérifiez une application existante</translation>
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
        <source>A certificate is not declared here: a template replaces the whole list, and so the keys that the connector has exchanged since. Register it with: {command}</source>
        <translation>Un certificat ne se déclare pas ici&#xa0;: un modèle remplace toute la liste, donc aussi les clés que le connecteur a échangées depuis. Inscrivez-le avec&#xa0;: {command}</translation>
    </message>
    <message>
        <source>A secret that is not delivered yet is marked by a tag for a moment.</source>
        <translation>Un secret qui n’est pas encore remis est signalé un moment par une balise.</translation>
    </message>
    <message>
        <source>Admin consent, one permission at a time.</source>
        <translation>Consentement administrateur, autorisation par autorisation.</translation>
    </message>
    <message>
        <source>How the connector signs in, where that is not by a secret: a federation, by issuer and subject of its tokens, byte for byte.</source>
        <translation>Comment le connecteur s’authentifie, quand ce n’est pas par un secret&#xa0;: une fédération, par l’émetteur et l’objet de ses jetons, à l’octet près.</translation>
    </message>
    <message>
        <source>How the connector signs in, where that is not by a secret: its certificate, or a federation. Each is the public part alone; its key, or its tokens, stay where the connector runs.</source>
        <translation>Comment le connecteur s’authentifie, quand ce n’est pas par un secret&#xa0;: son certificat, ou une fédération. Ce n’en est que la partie publique&#x202f;; la clé, ou les jetons, restent là où le connecteur s’exécute.</translation>
    </message>
    <message>
        <source>Issuer and subject of the connector’s tokens, byte for byte.</source>
        <translation>Émetteur et objet des jetons du connecteur, à l’octet près.</translation>
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
        <source>The connector’s public certificate in PEM.</source>
        <translation>Le certificat public du connecteur, au format PEM.</translation>
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
        <source>where users can register applications</source>
        <translation>là où les utilisateurs le peuvent</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{application}: access “{profile}”. Written by GLIMPS ODSP Setup {version}; it changes nothing by itself.</source>
        <translation>{application}&#xa0;: accès «&#x202f;{profile}&#x202f;». Écrit par GLIMPS ODSP Setup {version}&#x202f;; ce fichier ne modifie rien à lui seul.</translation>
    </message>
    <message>
        <source>{head}: {text}</source>
        <translation>{head}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«&#x202f;{words}&#x202f;»</translation>
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
        <source>Found on the application before, and left there:</source>
        <translation>Déjà présent sur l’application, et laissé en place&#xa0;:</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Bonjour,</translation>
    </message>
    <message>
        <source>In the portal, with the button “Grant admin consent for …”:</source>
        <translation>Dans le portail, avec le bouton «&#x202f;Accorder un consentement d’administrateur pour …&#x202f;»&#xa0;:</translation>
    </message>
    <message>
        <source>Or on this page; should Microsoft show the error AADSTS500113 after “Accept”, the consent may have been recorded all the same:</source>
        <translation>Ou sur cette page&#x202f;; si Microsoft affiche l’erreur AADSTS500113 après «&#x202f;Accepter&#x202f;», le consentement peut avoir été enregistré malgré tout&#xa0;:</translation>
    </message>
    <message>
        <source>Owners, who can add secrets to it at any time: {names}.</source>
        <translation>Propriétaires, qui peuvent y ajouter des secrets à tout moment&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Should somebody else than an owner finish with “setup”, it asks whether the owners stay (--adopt) or are removed (--clean).</source>
        <translation>Si une autre personne qu’un propriétaire termine par «&#x202f;setup&#x202f;», il demande si les propriétaires restent (--adopt) ou sont retirés (--clean).</translation>
    </message>
    <message>
        <source>The application “{name}” is registered in {organization}. It lets GLIMPS scan the files of OneDrive and SharePoint, and waits for your admin consent to these application permissions of Microsoft Graph:</source>
        <translation>L’application «&#x202f;{name}&#x202f;» est inscrite dans {organization}. Elle permet à GLIMPS d’analyser les fichiers OneDrive et SharePoint, et attend votre consentement administrateur pour ces autorisations d’application de Microsoft Graph&#xa0;:</translation>
    </message>
    <message>
        <source>The same consent also grants what GLIMPS does not need: {permissions}.</source>
        <translation>Le même consentement accorde aussi ce dont GLIMPS n’a pas besoin&#xa0;: {permissions}.</translation>
    </message>
    <message>
        <source>This requires the role Global Administrator or Privileged Role Administrator.</source>
        <translation>Le rôle Administrateur général ou Administrateur de rôle privilégié est nécessaire.</translation>
    </message>
    <message>
        <source>Who owns the application could not be read.</source>
        <translation>Les propriétaires de l’application n’ont pas pu être lus.</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Checked: {aspects}.</source>
        <translation>Vérifié&#xa0;: {aspects}.</translation>
    </message>
    <message>
        <source>Expires soon: {subject}.</source>
        <translation>Expire bientôt&#xa0;: {subject}.</translation>
    </message>
    <message>
        <source>In order: {subject}.</source>
        <translation>En ordre&#xa0;: {subject}.</translation>
    </message>
    <message>
        <source>Incomplete: {subject}.</source>
        <translation>Incomplet&#xa0;: {subject}.</translation>
    </message>
    <message>
        <source>Microsoft gives no token for this credential</source>
        <translation>Microsoft ne délivre aucun jeton pour ces informations d’identification</translation>
    </message>
    <message>
        <source>Not checked: {aspects}.</source>
        <translation>Non vérifié&#xa0;: {aspects}.</translation>
    </message>
    <message>
        <source>Our credentials were recognized by their description alone, which can be forged.</source>
        <translation>Nos informations d’identification n’ont été reconnues qu’à leur description, qui peut être falsifiée.</translation>
    </message>
    <message>
        <source>Questionable: {subject}.</source>
        <translation>Douteux&#xa0;: {subject}.</translation>
    </message>
    <message>
        <source>The credential is valid until {date}.</source>
        <translation>Les informations d’identification sont valides jusqu’au {date}.</translation>
    </message>
    <message>
        <source>To be known and compared:</source>
        <translation>À savoir et à comparer&#xa0;:</translation>
    </message>
    <message>
        <source>access from other organizations</source>
        <translation>accès d’autres organisations</translation>
    </message>
    <message>
        <source>credentials of the service principal</source>
        <translation>informations d’identification du principal de service</translation>
    </message>
    <message>
        <source>delegated permissions</source>
        <translation>autorisations déléguées</translation>
    </message>
    <message>
        <source>federated credentials</source>
        <translation>informations d’identification fédérées</translation>
    </message>
    <message>
        <source>further permissions of Microsoft Graph</source>
        <translation>autres autorisations Microsoft Graph</translation>
    </message>
    <message>
        <source>its enterprise application (service principal) is missing</source>
        <translation>son application d’entreprise (principal de service) est absente</translation>
    </message>
    <message>
        <source>no credential is valid any longer</source>
        <translation>plus aucune information d’identification n’est valide</translation>
    </message>
    <message>
        <source>none of the credentials that were named is valid any longer</source>
        <translation>aucune des informations d’identification nommées n’est encore valide</translation>
    </message>
    <message>
        <source>other credentials</source>
        <translation>autres informations d’identification</translation>
    </message>
    <message>
        <source>owners</source>
        <translation>propriétaires</translation>
    </message>
    <message>
        <source>permissions asked for</source>
        <translation>autorisations demandées</translation>
    </message>
    <message>
        <source>permissions of other APIs</source>
        <translation>autorisations d’autres API</translation>
    </message>
    <message>
        <source>redirect URIs</source>
        <translation>URI de redirection</translation>
    </message>
    <message>
        <source>sign-in as a public client</source>
        <translation>connexion comme client public</translation>
    </message>
    <message>
        <source>the certificate with the thumbprint {thumbprint} is not among the valid ones</source>
        <translation>le certificat d’empreinte {thumbprint} n’est pas parmi les certificats valides</translation>
    </message>
    <message>
        <source>the credential expires on {date}</source>
        <translation>les informations d’identification expirent le {date}</translation>
    </message>
    <message>
        <source>the enterprise application</source>
        <translation>application d’entreprise</translation>
    </message>
    <message>
        <source>the permission {name} is missing</source>
        <translation>l’autorisation {name} manque</translation>
    </message>
    <message>
        <source>the permissions needed</source>
        <translation>autorisations nécessaires</translation>
    </message>
    <message>
        <source>when the credential expires</source>
        <translation>date d’expiration des informations d’identification</translation>
    </message>
    <message>
        <source>whether a credential gets a token</source>
        <translation>obtention d’un jeton par des informations d’identification</translation>
    </message>
    <message>
        <source>whether it is disabled</source>
        <translation>désactivation éventuelle</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«&#x202f;{name}&#x202f;»</translation>
    </message>
    <message>
        <source>“{name}” ({id})</source>
        <translation>«&#x202f;{name}&#x202f;» ({id})</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>&amp;Complete what is missing…</source>
        <translation>&amp;Compléter ce qui manque…</translation>
    </message>
    <message>
        <source>&amp;Hand over…</source>
        <translation>Re&amp;mettre…</translation>
    </message>
    <message>
        <source>&amp;Remove what does not belong…</source>
        <translation>&amp;Supprimer ce qui n’a rien à y faire…</translation>
    </message>
    <message>
        <source>&amp;Sign in to check the whole application…</source>
        <translation>Me connecter pour vérifier &amp;toute l’application…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Rée&amp;ssayer</translation>
    </message>
    <message>
        <source>C&amp;orrect the values</source>
        <translation>C&amp;orriger les valeurs</translation>
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
        <source>Continue to the plan</source>
        <translation>Passer au plan</translation>
    </message>
    <message>
        <source>Everything GLIMPS needs is in place</source>
        <translation>Tout ce dont GLIMPS a besoin est en place</translation>
    </message>
    <message>
        <source>Line-by-line comparison</source>
        <translation>Comparaison ligne par ligne</translation>
    </message>
    <message>
        <source>Make a &amp;new secret…</source>
        <translation>Créer un &amp;nouveau secret…</translation>
    </message>
    <message>
        <source>Microsoft refuses this credential</source>
        <translation>Microsoft refuse ces informations d’identification</translation>
    </message>
    <message>
        <source>Not everything here belongs to the connector</source>
        <translation>Certains éléments n’appartiennent pas au connecteur</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Open the enterprise application in the &amp;portal</source>
        <translation>Ouvrir l’application d’entreprise dans le &amp;portail</translation>
    </message>
    <message>
        <source>Remove &amp;these credentials…</source>
        <translation>Supprimer ces &amp;informations d’identification…</translation>
    </message>
    <message>
        <source>Something could not be read</source>
        <translation>Tout n’a pas pu être lu</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Il manque quelque chose</translation>
    </message>
    <message>
        <source>The check could not be done</source>
        <translation>La vérification n’a pas pu être faite</translation>
    </message>
    <message>
        <source>The connector cannot do its work:</source>
        <translation>Le connecteur ne peut pas faire son travail&#xa0;:</translation>
    </message>
    <message>
        <source>The connector will stop:</source>
        <translation>Le connecteur va s’arrêter&#xa0;:</translation>
    </message>
    <message>
        <source>The credential expires soon</source>
        <translation>Les informations d’identification expirent bientôt</translation>
    </message>
    <message>
        <source>The enterprise application is disabled</source>
        <translation>L’application d’entreprise est désactivée</translation>
    </message>
    <message>
        <source>This does not belong to the connector, or could not be read:</source>
        <translation>Ceci n’appartient pas au connecteur, ou n’a pas pu être lu&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Commands:</source>
        <translation>Commandes&#xa0;:</translation>
    </message>
    <message>
        <source>Credential:</source>
        <translation>Informations d’identification&#xa0;:</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Exemples&#xa0;:</translation>
    </message>
    <message>
        <source>Files:</source>
        <translation>Fichiers&#xa0;:</translation>
    </message>
    <message>
        <source>How it runs:</source>
        <translation>Exécution&#xa0;:</translation>
    </message>
    <message>
        <source>In PowerShell, name files: its |, &lt; and &gt; change what passes through them:</source>
        <translation>Dans PowerShell, nommez les fichiers&#xa0;: |, &lt; et &gt; y modifient ce qui passe&#xa0;:</translation>
    </message>
    <message>
        <source>Microsoft cloud: {clouds}; or a cloud file</source>
        <translation>cloud Microsoft&#xa0;: {clouds}&#x202f;; ou un fichier de cloud</translation>
    </message>
    <message>
        <source>Sign-in and network:</source>
        <translation>Connexion et réseau&#xa0;:</translation>
    </message>
    <message>
        <source>Tenant and application:</source>
        <translation>Locataire et application&#xa0;:</translation>
    </message>
    <message>
        <source>Usage: {line}</source>
        <translation>Utilisation&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Without a command, the wizard opens.</source>
        <translation>Sans commande, l’assistant s’ouvre.</translation>
    </message>
    <message>
        <source>[COMMAND]</source>
        <translation>[COMMANDE]</translation>
    </message>
    <message>
        <source>[OPTIONS]</source>
        <translation>[OPTIONS]</translation>
    </message>
    <message>
        <source>age identity that opens the file</source>
        <translation>identité age qui ouvre le fichier</translation>
    </message>
    <message>
        <source>application (client) ID, where the name is not enough</source>
        <translation>ID d’application (client), si le nom ne suffit pas</translation>
    </message>
    <message>
        <source>audience of the connector’s tokens; default: the cloud’s own</source>
        <translation>audience des jetons du connecteur&#x202f;; par défaut, celle du cloud</translation>
    </message>
    <message>
        <source>certificate of that key</source>
        <translation>certificat de cette clé</translation>
    </message>
    <message>
        <source>compare the tenant, or try a credential; changes nothing</source>
        <translation>comparer le locataire, ou essayer des informations d’identification, sans rien modifier</translation>
    </message>
    <message>
        <source>create a key pair where the connector runs; nothing is sent anywhere</source>
        <translation>créer une paire de clés là où le connecteur s’exécute&#x202f;; rien n’est transmis</translation>
    </message>
    <message>
        <source>create a new secret and deliver it; with --key the application renews itself</source>
        <translation>créer un nouveau secret et le remettre&#x202f;; avec --key, l’application se renouvelle elle-même</translation>
    </message>
    <message>
        <source>decrypt a file that setup wrote</source>
        <translation>déchiffrer un fichier enregistré par setup</translation>
    </message>
    <message>
        <source>delete the application that setup registered, or its old credentials</source>
        <translation>supprimer l’application inscrite par setup, ou ses anciennes informations d’identification</translation>
    </message>
    <message>
        <source>deliver even where the tenant does not let the credential be tried</source>
        <translation>remettre le fichier même si le locataire ne permet pas d’essayer les informations d’identification</translation>
    </message>
    <message>
        <source>display name of the application; default: {name}</source>
        <translation>nom d’affichage de l’application&#x202f;; par défaut&#xa0;: {name}</translation>
    </message>
    <message>
        <source>do not ask for confirmation</source>
        <translation>ne pas demander de confirmation</translation>
    </message>
    <message>
        <source>do nothing while the credential has more than --warn-days (30) left</source>
        <translation>ne rien faire tant qu’il reste plus de --warn-days (30) jours aux informations d’identification</translation>
    </message>
    <message>
        <source>file from GLIMPS that fills in these options; the command line wins</source>
        <translation>fichier de GLIMPS qui complète ces options&#x202f;; la ligne de commande l’emporte</translation>
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
        <source>how to sign in; default: browser, or device-code where there is none</source>
        <translation>façon de se connecter&#x202f;; par défaut&#xa0;: browser, ou device-code sans navigateur</translation>
    </message>
    <message>
        <source>issuer of the connector’s tokens; Microsoft must reach it from the Internet</source>
        <translation>émetteur des jetons du connecteur&#x202f;; Microsoft doit pouvoir le joindre depuis Internet</translation>
    </message>
    <message>
        <source>kind of credential; default: secret</source>
        <translation>type d’informations d’identification&#x202f;; par défaut&#xa0;: secret</translation>
    </message>
    <message>
        <source>language of the texts; default: the system’s</source>
        <translation>langue des textes&#x202f;; par défaut&#xa0;: celle du système</translation>
    </message>
    <message>
        <source>lifetime of the credential in months, 1 to 24; default: {months}</source>
        <translation>durée de vie des informations d’identification en mois, de 1 à 24&#x202f;; par défaut&#xa0;: {months}</translation>
    </message>
    <message>
        <source>message.txt</source>
        <translation>message.txt</translation>
    </message>
    <message>
        <source>object ID of the app registration, where no file of IDs holds it</source>
        <translation>ID d’objet de l’inscription d’application, si aucun fichier d’ID ne le contient</translation>
    </message>
    <message>
        <source>one JSON event per line on standard output</source>
        <translation>un événement JSON par ligne sur la sortie standard</translation>
    </message>
    <message>
        <source>our application in the recycle bin: restore it (default) or purge it</source>
        <translation>notre application dans la corbeille&#xa0;: la restaurer (par défaut) ou la purger</translation>
    </message>
    <message>
        <source>output format: json (default), env for a shell, the connector’s files, or the manager’s fields</source>
        <translation>format de sortie&#xa0;: json (par défaut), env pour un shell, les fichiers du connecteur ou les champs du gestionnaire</translation>
    </message>
    <message>
        <source>passphrase.txt</source>
        <translation>phrase-secrete.txt</translation>
    </message>
    <message>
        <source>permission profile: {profiles}</source>
        <translation>profil d’autorisations&#xa0;: {profiles}</translation>
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
        <source>print the sign-in address instead of opening a browser</source>
        <translation>afficher l’adresse de connexion au lieu d’ouvrir un navigateur</translation>
    </message>
    <message>
        <source>private key to write; it stays on this machine</source>
        <translation>clé privée à enregistrer&#x202f;; elle reste sur cette machine</translation>
    </message>
    <message>
        <source>private key, where the connector runs: verify with it, or renew it unattended</source>
        <translation>clé privée, là où le connecteur s’exécute&#xa0;: vérifier avec elle, ou la renouveler sans intervention</translation>
    </message>
    <message>
        <source>public certificate that was created where the connector runs</source>
        <translation>certificat public créé là où le connecteur s’exécute</translation>
    </message>
    <message>
        <source>public certificate to write; it goes to the administrator</source>
        <translation>certificat public à enregistrer, puis à remettre à l’administrateur</translation>
    </message>
    <message>
        <source>recipient’s age public key; may be repeated</source>
        <translation>clé publique age du destinataire&#x202f;; option répétable</translation>
    </message>
    <message>
        <source>record every exchange with Microsoft, without secrets, names and IDs</source>
        <translation>enregistrer chaque échange avec Microsoft, sans secret, nom ni ID</translation>
    </message>
    <message>
        <source>register the application, prove that it works, write the encrypted file</source>
        <translation>inscrire l’application, prouver qu’elle fonctionne, écrire le fichier chiffré</translation>
    </message>
    <message>
        <source>register the application; another administrator gives the consent (exit code 6)</source>
        <translation>inscrire l’application&#x202f;; un autre administrateur donne le consentement (code de sortie 6)</translation>
    </message>
    <message>
        <source>rehearse in a built-in demo tenant; nothing leaves this computer</source>
        <translation>répéter dans un locataire de démonstration&#x202f;; rien ne quitte cet ordinateur</translation>
    </message>
    <message>
        <source>remove only the credentials that have expired</source>
        <translation>supprimer seulement les informations d’identification expirées</translation>
    </message>
    <message>
        <source>remove the old key once the new one is proved</source>
        <translation>supprimer l’ancienne clé une fois la nouvelle prouvée</translation>
    </message>
    <message>
        <source>remove: only this old credential; verify: an expected one; may be repeated</source>
        <translation>remove&#xa0;: seulement ces anciennes informations d’identification&#x202f;; verify&#xa0;: celles qui sont attendues&#x202f;; option répétable</translation>
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
        <source>state of the demo tenant: {scenarios}</source>
        <translation>état du locataire de démonstration&#xa0;: {scenarios}</translation>
    </message>
    <message>
        <source>subject of the connector’s tokens</source>
        <translation>objet (sub) des jetons du connecteur</translation>
    </message>
    <message>
        <source>the connector’s name for this tenant (letters and digits)</source>
        <translation>nom de ce locataire dans le connecteur (lettres et chiffres)</translation>
    </message>
    <message>
        <source>the new key and certificate replace the old files</source>
        <translation>la nouvelle clé et le nouveau certificat remplacent les anciens fichiers</translation>
    </message>
    <message>
        <source>the same: leave it alone, and register another one</source>
        <translation>de même&#xa0;: la laisser, et en inscrire une autre</translation>
    </message>
    <message>
        <source>the same: take it, but first remove what does not belong</source>
        <translation>de même&#xa0;: la prendre, après en avoir retiré ce qui n’a rien à y faire</translation>
    </message>
    <message>
        <source>user name and password, in two lines, for a proxy that asks for them</source>
        <translation>nom d’utilisateur et mot de passe, sur deux lignes, pour un proxy qui les demande</translation>
    </message>
    <message>
        <source>verify a federation with this token, where the connector runs</source>
        <translation>vérifier une fédération avec ce jeton, là où le connecteur s’exécute</translation>
    </message>
    <message>
        <source>verify this client secret: a file with its value, or - for standard input</source>
        <translation>vérifier ce secret client&#xa0;: fichier contenant sa valeur, ou - pour l’entrée standard</translation>
    </message>
    <message>
        <source>verify: exit code 13 for an expiry within so many days; also for --if-needed</source>
        <translation>verify&#xa0;: code de sortie 13 pour une expiration sous tant de jours&#x202f;; aussi pour --if-needed</translation>
    </message>
    <message>
        <source>where an application was found that may not be ours: take it as it is</source>
        <translation>si une application trouvée n’est peut-être pas la nôtre&#xa0;: la prendre telle quelle</translation>
    </message>
    <message>
        <source>who will renew the certificate: the connector (default), or renew --key</source>
        <translation>qui renouvellera le certificat&#xa0;: le connecteur (par défaut), ou renew --key</translation>
    </message>
    <message>
        <source>write a diagnostic log; it holds no secret</source>
        <translation>écrire un journal de diagnostic, sans aucun secret</translation>
    </message>
    <message>
        <source>write a report of the plan or of the result, without any secret; the HTML is the accessible one</source>
        <translation>enregistrer un compte rendu du plan ou du résultat, sans aucun secret&#x202f;; la version HTML est la version accessible</translation>
    </message>
    <message>
        <source>write the offline guide for doing it by hand, and print its path</source>
        <translation>écrire le guide hors ligne de la procédure manuelle, et afficher son chemin</translation>
    </message>
    <message>
        <source>your own public client application for the sign-in</source>
        <translation>votre propre application cliente publique pour la connexion</translation>
    </message>
    <message>
        <source>{value} (default)</source>
        <translation>{value} (par défaut)</translation>
    </message>
    <message>
        <source>“{name} help COMMAND” lists its options.</source>
        <translation>«&#x202f;{name} help COMMANDE&#x202f;» liste ses options.</translation>
    </message>
</context>
<context>
    <name>InfoBar</name>
    <message>
        <source>Copy the a&amp;ddress</source>
        <translation>Copier l’a&amp;dresse</translation>
    </message>
    <message>
        <source>Copy the diagnostic</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <source>Save a recording…</source>
        <translation>Enregistrer les échanges…</translation>
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
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>Français</translation>
    </message>
</context>
<context>
    <name>LeftOver</name>
    <message>
        <source>The permissions you granted to the sign-in tool stay in your tenant. You can review or revoke them at any time.</source>
        <translation>Les droits que vous avez accordés à l’outil de connexion restent dans votre locataire. Vous pouvez les consulter ou les retirer à tout moment.</translation>
    </message>
    <message>
        <source>To remove it: {command}</source>
        <translation>Suppression&#xa0;: {command}</translation>
    </message>
    <message>
        <source>To remove them in the portal: “Certificates &amp; secrets”.</source>
        <translation>Pour les supprimer dans le portail&#xa0;: «&#x202f;Certificats &amp; secrets&#x202f;».</translation>
    </message>
    <message>
        <source>Valid credentials of the application:</source>
        <translation>Informations d’identification valides de l’application&#xa0;:</translation>
    </message>
    <message>
        <source>{credential}, since {date}</source>
        <translation>{credential}, depuis le {date}</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Access from other organizations</source>
        <translation>Accès depuis d’autres organisations</translation>
    </message>
    <message>
        <source>Access from other organizations ({name})</source>
        <translation>Accès depuis d’autres organisations ({name})</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>App registration “{name}”</source>
        <translation>Inscription d’application «&#x202f;{name}&#x202f;»</translation>
    </message>
    <message>
        <source>App registration “{name}” ({key_id})</source>
        <translation>Inscription d’application «&#x202f;{name}&#x202f;» ({key_id})</translation>
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
        <source>Certificate {key_id} of the service principal</source>
        <translation>Certificat {key_id} du principal de service</translation>
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
        <source>Client secret {key_id} of the service principal</source>
        <translation>Secret client {key_id} du principal de service</translation>
    </message>
    <message>
        <source>Client secret “{name}”</source>
        <translation>Secret client «&#x202f;{name}&#x202f;»</translation>
    </message>
    <message>
        <source>Delegated permissions</source>
        <translation>Autorisations déléguées</translation>
    </message>
    <message>
        <source>Enterprise application (service principal)</source>
        <translation>Application d’entreprise (principal de service)</translation>
    </message>
    <message>
        <source>Federated credential {key_id}</source>
        <translation>Informations d’identification fédérées {key_id}</translation>
    </message>
    <message>
        <source>Federated credential {name}</source>
        <translation>Informations d’identification fédérées {name}</translation>
    </message>
    <message>
        <source>Federated credentials</source>
        <translation>Informations d’identification fédérées</translation>
    </message>
    <message>
        <source>Granted application permissions</source>
        <translation>Autorisations d’application accordées</translation>
    </message>
    <message>
        <source>High access</source>
        <translation>Accès élevé</translation>
    </message>
    <message>
        <source>Owner of the service principal: {name}</source>
        <translation>Propriétaire du principal de service&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Owner {name}</source>
        <translation>Propriétaire {name}</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Propriétaires</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Redirect URI {name}</source>
        <translation>URI de redirection {name}</translation>
    </message>
    <message>
        <source>Secret that an interrupted run left ({key_id})</source>
        <translation>Secret laissé par une exécution interrompue ({key_id})</translation>
    </message>
    <message>
        <source>Service principal disabled: no sign-in</source>
        <translation>Principal de service désactivé&#xa0;: aucune connexion</translation>
    </message>
    <message>
        <source>Sign-in without a credential (public client)</source>
        <translation>Connexion sans informations d’identification (client public)</translation>
    </message>
    <message>
        <source>another one, left as it is</source>
        <translation>une autre, laissée telle quelle</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>n’a pas pu être lu</translation>
    </message>
    <message>
        <source>disabled: Microsoft gives it no token</source>
        <translation>désactivée&#xa0;: Microsoft ne lui donne aucun jeton</translation>
    </message>
    <message>
        <source>expired on {date}</source>
        <translation>a expiré le {date}</translation>
    </message>
    <message>
        <source>expires soon, on {date}</source>
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
        <source>in place, unchanged: GLIMPS does not need it</source>
        <translation>en place, inchangé&#xa0;: GLIMPS n’en a pas besoin</translation>
    </message>
    <message>
        <source>in question</source>
        <translation>en question</translation>
    </message>
    <message>
        <source>left to another administrator</source>
        <translation>laissée à un autre administrateur</translation>
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
        <source>will be removed: does not belong</source>
        <translation>sera retiré&#xa0;: n’a rien à y faire</translation>
    </message>
    <message>
        <source>will be removed: whatever uses it stops at once</source>
        <translation>sera retiré&#xa0;: ce qui l’utilise s’arrête aussitôt</translation>
    </message>
    <message>
        <source>will be restored</source>
        <translation>à restaurer</translation>
    </message>
    <message>
        <source>{credential}, expires on {date}</source>
        <translation>{credential}, expire le {date}</translation>
    </message>
    <message>
        <source>{name} (delegated)</source>
        <translation>{name} (déléguée)</translation>
    </message>
    <message>
        <source>{name}, asked for</source>
        <translation>{name}, demandée</translation>
    </message>
    <message>
        <source>{what}: {how}</source>
        <translation>{what}&#xa0;: {how}</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Encrypted file written: {path}</source>
        <translation>Fichier chiffré enregistré&#xa0;: {path}</translation>
    </message>
    <message>
        <source>File written; nothing in it is secret: {path}</source>
        <translation>Fichier enregistré&#x202f;; il ne contient rien de secret&#xa0;: {path}</translation>
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
    <name>Manifest</name>
    <message>
        <source>Analysis and remediation</source>
        <translation>Analyse et remédiation</translation>
    </message>
    <message>
        <source>Analysis only</source>
        <translation>Analyse seule</translation>
    </message>
    <message>
        <source>Application Administrator</source>
        <translation>Administrateur d’application</translation>
    </message>
    <message>
        <source>Application Developer</source>
        <translation>Développeur d’applications</translation>
    </message>
    <message>
        <source>Cloud Application Administrator</source>
        <translation>Administrateur d’application cloud</translation>
    </message>
    <message>
        <source>Find the SharePoint sites and their libraries</source>
        <translation>Trouver les sites SharePoint et leurs bibliothèques</translation>
    </message>
    <message>
        <source>GLIMPS can quarantine, delete and restore files, and react in real time.</source>
        <translation>GLIMPS peut mettre des fichiers en quarantaine, les supprimer, les restaurer, et réagir en temps réel.</translation>
    </message>
    <message>
        <source>GLIMPS reads files at intervals. Quarantine, deletion, restoration and real-time alerts will not work.</source>
        <translation>GLIMPS lit les fichiers périodiquement. Quarantaine, suppression, restauration et temps réel ne fonctionneront pas.</translation>
    </message>
    <message>
        <source>Global Administrator</source>
        <translation>Administrateur général</translation>
    </message>
    <message>
        <source>Lets GLIMPS scan the OneDrive and SharePoint files of this organization. Made by GLIMPS ODSP Setup.</source>
        <translation>Permet à GLIMPS d’analyser les fichiers OneDrive et SharePoint de cette organisation. Créée par GLIMPS ODSP Setup.</translation>
    </message>
    <message>
        <source>Link each OneDrive to its owner</source>
        <translation>Relier chaque OneDrive à son propriétaire</translation>
    </message>
    <message>
        <source>Link groups to their sites (also reads the groups’ conversations)</source>
        <translation>Relier les groupes à leurs sites (lit aussi les conversations des groupes)</translation>
    </message>
    <message>
        <source>Privileged Role Administrator</source>
        <translation>Administrateur de rôle privilégié</translation>
    </message>
    <message>
        <source>Read the files of OneDrive and SharePoint</source>
        <translation>Lire les fichiers de OneDrive et SharePoint</translation>
    </message>
    <message>
        <source>Read the files of OneDrive and SharePoint, move them to quarantine, delete them</source>
        <translation>Lire les fichiers de OneDrive et SharePoint, les mettre en quarantaine, les supprimer</translation>
    </message>
</context>
<context>
    <name>OwnershipPanel</name>
    <message>
        <source>&amp;Continue…</source>
        <translation>&amp;Continuer…</translation>
    </message>
    <message>
        <source>&amp;Decide again…</source>
        <translation>&amp;Modifier ce choix…</translation>
    </message>
    <message>
        <source>&amp;Take it as it is…</source>
        <translation>La prendre &amp;telle quelle…</translation>
    </message>
    <message>
        <source>All of this stays. Anyone who can use the application in one of these ways can access every file in OneDrive and SharePoint.</source>
        <translation>Tout cela reste. Quiconque peut utiliser l’application par l’un de ces moyens a accès à tous les fichiers de OneDrive et de SharePoint.</translation>
    </message>
    <message>
        <source>Anyone who can use an application gets what is granted to it. Why you are asked:</source>
        <translation>Quiconque peut utiliser une application obtient ce qui lui est accordé. Voici pourquoi la question se pose&#xa0;:</translation>
    </message>
    <message>
        <source>Application (client) ID</source>
        <translation>ID d’application (client)</translation>
    </message>
    <message>
        <source>Before anything is granted, this is removed:</source>
        <translation>Avant tout consentement, ceci est supprimé&#xa0;:</translation>
    </message>
    <message>
        <source>Choose what to do with it.</source>
        <translation>Choisissez ce qu’il faut en faire.</translation>
    </message>
    <message>
        <source>Created on</source>
        <translation>Créée le</translation>
    </message>
    <message>
        <source>It is not changed, and nothing is granted to it. A second application is registered for GLIMPS.</source>
        <translation>Rien n’y est modifié et rien ne lui est accordé. Une deuxième application est inscrite pour GLIMPS.</translation>
    </message>
    <message>
        <source>It is ours as it is</source>
        <translation>Elle est à nous, telle quelle</translation>
    </message>
    <message>
        <source>It stays disabled: the new credential cannot be tried, and gives no access until someone enables it.</source>
        <translation>Elle reste désactivée&#xa0;: les nouvelles informations d’identification ne peuvent pas être essayées et ne donnent aucun accès tant que personne ne la réactive.</translation>
    </message>
    <message>
        <source>Leave it and register another one</source>
        <translation>La laisser et en inscrire une autre</translation>
    </message>
    <message>
        <source>Nothing has to be removed; you only confirm that it is yours.</source>
        <translation>Rien n’est à supprimer&#x202f;; vous confirmez seulement qu’elle est à vous.</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Propriétaires</translation>
    </message>
    <message>
        <source>Read the tenant &amp;again</source>
        <translation>Relire le &amp;locataire</translation>
    </message>
    <message>
        <source>Register a&amp;nother one…</source>
        <translation>En inscrire u&amp;ne autre…</translation>
    </message>
    <message>
        <source>Remove what does not belong, then use it</source>
        <translation>Supprimer ce qui n’a rien à y faire, puis l’utiliser</translation>
    </message>
    <message>
        <source>Remove, then &amp;use it…</source>
        <translation>Supprimer, puis l’&amp;utiliser…</translation>
    </message>
    <message>
        <source>Whatever signs in with one of these credentials stops at once.</source>
        <translation>Tout ce qui se connecte avec l’une de ces informations d’identification s’arrête aussitôt.</translation>
    </message>
    <message>
        <source>Whose application is this?</source>
        <translation>À qui est cette application&#x202f;?</translation>
    </message>
    <message>
        <source>You confirm that your organization registered it.</source>
        <translation>Vous confirmez que votre organisation l’a inscrite.</translation>
    </message>
    <message>
        <source>You decided: the application found is left alone, and another one registered.</source>
        <translation>Votre choix&#xa0;: l’application trouvée reste telle quelle, une autre est inscrite.</translation>
    </message>
    <message>
        <source>You decided: the application found is yours as it is.</source>
        <translation>Votre choix&#xa0;: l’application trouvée est à vous, telle quelle.</translation>
    </message>
    <message>
        <source>You decided: what does not belong is removed first.</source>
        <translation>Votre choix&#xa0;: ce qui n’a rien à y faire est d’abord supprimé.</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>n’ont pas pu être lus</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>our registration has changed: {changed}</source>
        <translation>notre inscription y a modifié&#xa0;: {changed}</translation>
    </message>
    <message>
        <source>put back: {restored}</source>
        <translation>remis en place&#xa0;: {restored}</translation>
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
        <source>HTML, accessible (*.html)</source>
        <translation>HTML, accessible (*.html)</translation>
    </message>
    <message>
        <source>Recordings (*.jsonl)</source>
        <translation>Enregistrements (*.jsonl)</translation>
    </message>
    <message>
        <source>Save the recording</source>
        <translation>Enregistrer les échanges</translation>
    </message>
    <message>
        <source>Save the reminder</source>
        <translation>Enregistrer le rappel</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le compte rendu</translation>
    </message>
    <message>
        <source>report-{domain}.html</source>
        <translation>compte-rendu-{domain}.html</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>&amp;Load the certificate…</source>
        <translation>Char&amp;ger le certificat…</translation>
    </message>
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
        <source>Accounts in this organizational directory only; no redirect URI</source>
        <translation>Comptes dans ce répertoire d’organisation uniquement, sans URI de redirection</translation>
    </message>
    <message>
        <source>Audience (aud)</source>
        <translation>Audience (aud)</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Certificate loaded, fingerprint {print}</source>
        <translation>Certificat chargé, empreinte {print}</translation>
    </message>
    <message>
        <source>Certificate of the connector; its private key never leaves it</source>
        <translation>Certificat du connecteur&#x202f;; sa clé privée ne le quitte jamais</translation>
    </message>
    <message>
        <source>Certificates (*.cer *.crt *.pem *.der *.p7b *.p7c);;All files (*)</source>
        <translation>Certificats (*.cer *.crt *.pem *.der *.p7b *.p7c);;Tous les fichiers (*)</translation>
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
        <source>Compare the fingerprint with your GLIMPS contact before you go on.</source>
        <translation>Comparez l’empreinte avec votre contact GLIMPS avant de continuer.</translation>
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
        <source>Delete it for good, and register a new one</source>
        <translation>La supprimer définitivement et en inscrire une nouvelle</translation>
    </message>
    <message>
        <source>Everything is already in place in {org}</source>
        <translation>Tout est déjà en place dans {org}</translation>
    </message>
    <message>
        <source>Federation; there is no secret at all</source>
        <translation>Fédération&#x202f;; il n’y a aucun secret</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Empreinte (SHA-256)</translation>
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
        <source>Issuer of the connector’s tokens (iss)</source>
        <translation>Émetteur des jetons du connecteur (iss)</translation>
    </message>
    <message>
        <source>Key pair made here, to be mounted at the connector</source>
        <translation>Paire de clés créée ici, à installer dans le connecteur</translation>
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
        <source>Load the connector’s certificate</source>
        <translation>Charger le certificat du connecteur</translation>
    </message>
    <message>
        <source>Load the connector’s certificate first.</source>
        <translation>Chargez d’abord le certificat du connecteur.</translation>
    </message>
    <message>
        <source>Microsoft reads the issuer’s discovery document from the Internet, and compares all three byte for byte, a slash at the end included.</source>
        <translation>Microsoft lit le document de découverte de l’émetteur depuis Internet, et compare les trois valeurs à l’octet près, barre oblique finale comprise.</translation>
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
        <source>Register the &amp;certificate</source>
        <translation>Inscrire le &amp;certificat</translation>
    </message>
    <message>
        <source>Register the &amp;federation</source>
        <translation>Inscrire la &amp;fédération</translation>
    </message>
    <message>
        <source>Remove the o&amp;ld secrets</source>
        <translation>Supprimer les &amp;anciens secrets</translation>
    </message>
    <message>
        <source>Remove, then complete the a&amp;pplication</source>
        <translation>Supprimer, puis compléter l’a&amp;pplication</translation>
    </message>
    <message>
        <source>Remove, then create a &amp;new credential</source>
        <translation>Supprimer, puis créer de &amp;nouvelles informations d’identification</translation>
    </message>
    <message>
        <source>Remove, then gr&amp;ant consent</source>
        <translation>Supprimer, puis &amp;accorder le consentement</translation>
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
        <source>Select what to remove.</source>
        <translation>Cochez ce qui doit être supprimé.</translation>
    </message>
    <message>
        <source>Set up everything instead</source>
        <translation>Tout configurer à la place</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Subject (sub)</source>
        <translation>Sujet (sub)</translation>
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
        <source>The connector signs in by</source>
        <translation>Le connecteur s’authentifie par</translation>
    </message>
    <message>
        <source>The connector’s certificate will be added to {app}</source>
        <translation>Le certificat du connecteur sera ajouté à {app}</translation>
    </message>
    <message>
        <source>The connector’s federation will be added to {app}</source>
        <translation>La fédération du connecteur sera ajoutée à {app}</translation>
    </message>
    <message>
        <source>The plan has changed</source>
        <translation>Le plan a changé</translation>
    </message>
    <message>
        <source>The tenant has changed since you agreed. Read what will happen now before you go on.</source>
        <translation>Le locataire a changé depuis votre accord. Lisez ce qui va se passer maintenant avant de continuer.</translation>
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
        <source>Type it exactly as it stands in the connector’s tokens.</source>
        <translation>Saisissez-le exactement comme il figure dans les jetons du connecteur.</translation>
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
        <source>Valid until</source>
        <translation>Valide jusqu’au</translation>
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
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>no secret or certificate</source>
        <translation>aucun secret ni certificat</translation>
    </message>
    <message>
        <source>or drop the file here (.cer, .pem, .p7b)</source>
        <translation>ou déposez le fichier ici (.cer, .pem, .p7b)</translation>
    </message>
    <message>
        <source>permissions consented to: {count}</source>
        <translation>autorisations accordées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>secrets or certificates until {dates}</source>
        <translation>secrets ou certificats jusqu’au {dates}</translation>
    </message>
    <message>
        <source>this file</source>
        <translation>ce fichier</translation>
    </message>
    <message>
        <source>{count} applications of this tenant may be the one meant by “{name}”. The one you choose is checked closely before anything is granted to it.</source>
        <translation>{count} applications de ce locataire peuvent correspondre à «&#x202f;{name}&#x202f;». Celle que vous choisissez est examinée de près avant que quoi que ce soit lui soit accordé.</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} mois</translation>
    </message>
    <message>
        <source>{credential}: expired on {date}</source>
        <translation>{credential}&#xa0;: expiré depuis le {date}</translation>
    </message>
    <message>
        <source>{credential}: valid until {date}</source>
        <translation>{credential}&#xa0;: valable jusqu’au {date}</translation>
    </message>
</context>
<context>
    <name>ProxySignIn</name>
    <message>
        <source>Kept in memory until this window closes, and sent to this proxy alone. It only offers Basic, which sends the password as it is.</source>
        <translation>Gardé en mémoire jusqu’à la fermeture de cette fenêtre, et envoyé à ce seul proxy. Il ne propose que Basic, qui transmet le mot de passe tel quel.</translation>
    </message>
    <message>
        <source>Kept in memory until this window closes. The password itself is not sent, even to the proxy.</source>
        <translation>Gardé en mémoire jusqu’à la fermeture de cette fenêtre. Le mot de passe lui-même n’est transmis à personne, pas même au proxy.</translation>
    </message>
    <message>
        <source>Pass&amp;word for the proxy</source>
        <translation>&amp;Mot de passe pour le proxy</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>Ré&amp;essayer</translation>
    </message>
    <message>
        <source>User &amp;name for the proxy</source>
        <translation>&amp;Nom d’utilisateur pour le proxy</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Voir dans&#xa0;:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Fichiers de &amp;type&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Application (client) ID: {id}</source>
        <translation>ID d’application (client)&#xa0;: {id}</translation>
    </message>
    <message>
        <source>Created on {date}</source>
        <translation>Créée le {date}</translation>
    </message>
    <message>
        <source>It is ours: use it as it is, with all of this</source>
        <translation>C’est la nôtre&#xa0;: l’utiliser telle quelle, avec tout cela</translation>
    </message>
    <message>
        <source>Leave it as it is, and register another one</source>
        <translation>La laisser telle quelle, et en inscrire une autre</translation>
    </message>
    <message>
        <source>Remove what does not belong, then use it; whatever uses that stops at once</source>
        <translation>Retirer ce qui n’a rien à y faire, puis l’utiliser&#x202f;; ce qui s’en sert s’arrête aussitôt</translation>
    </message>
    <message>
        <source>There is also “{name}” ({id}), which is left as it is.</source>
        <translation>Il y a aussi «&#x202f;{name}&#x202f;» ({id}), laissée telle quelle.</translation>
    </message>
    <message>
        <source>it also asks for {permission} of {api}, which the portal’s consent button would grant</source>
        <translation>elle demande aussi {permission} de {api}, que le bouton de consentement du portail accorderait</translation>
    </message>
    <message>
        <source>it also holds the application permission {permission} of {api}</source>
        <translation>elle a aussi l’autorisation d’application {permission} de {api}</translation>
    </message>
    <message>
        <source>it also holds the delegated permissions {permissions} of {api}</source>
        <translation>elle a aussi les autorisations déléguées {permissions} de {api}</translation>
    </message>
    <message>
        <source>it can sign users in without a credential (public client)</source>
        <translation>elle peut connecter des utilisateurs sans informations d’identification (client public)</translation>
    </message>
    <message>
        <source>it has our tag, which anybody can set, but not our unique name</source>
        <translation>elle porte notre balise, que n’importe qui peut ajouter, mais pas notre nom unique</translation>
    </message>
    <message>
        <source>it is open to other organizations ({audience})</source>
        <translation>elle est ouverte à d’autres organisations ({audience})</translation>
    </message>
    <message>
        <source>it only has our name, which anybody can choose</source>
        <translation>elle n’a que notre nom, que n’importe qui peut choisir</translation>
    </message>
    <message>
        <source>its delegated permissions could not be read</source>
        <translation>ses autorisations déléguées n’ont pas pu être lues</translation>
    </message>
    <message>
        <source>its federated credentials could not be read</source>
        <translation>ses informations d’identification fédérées n’ont pas pu être lues</translation>
    </message>
    <message>
        <source>its owners could not be read</source>
        <translation>ses propriétaires n’ont pas pu être lus</translation>
    </message>
    <message>
        <source>on its service principal, where the portal shows none: {credential}</source>
        <translation>sur son principal de service, où le portail n’affiche rien&#xa0;: {credential}</translation>
    </message>
    <message>
        <source>sign-ins can be redirected to {uri}</source>
        <translation>des connexions peuvent être redirigées vers {uri}</translation>
    </message>
    <message>
        <source>somebody disabled its service principal, and this program never enables it</source>
        <translation>quelqu’un a désactivé son principal de service, que ce programme ne réactive jamais</translation>
    </message>
    <message>
        <source>somebody registered it after the tenant was read and before our own registration</source>
        <translation>quelqu’un l’a inscrite après la lecture du locataire et avant notre propre inscription</translation>
    </message>
    <message>
        <source>the application {name} can add secrets to it at any time</source>
        <translation>l’application {name} peut y ajouter des secrets à tout moment</translation>
    </message>
    <message>
        <source>the certificate of {date} with the thumbprint {thumbprint} (key ID {key_id}), which the connector’s own key may have added</source>
        <translation>le certificat du {date} avec l’empreinte {thumbprint} (ID de clé {key_id}), que la clé du connecteur a pu ajouter elle-même</translation>
    </message>
    <message>
        <source>what was granted to it could not be read</source>
        <translation>ce qui lui est accordé n’a pas pu être lu</translation>
    </message>
    <message>
        <source>which organizations may use it could not be read</source>
        <translation>les organisations qui peuvent l’utiliser n’ont pas pu être lues</translation>
    </message>
    <message>
        <source>whoever has the client secret {key_id} can use it until {date}</source>
        <translation>qui a le secret client {key_id} peut s’en servir jusqu’au {date}</translation>
    </message>
    <message>
        <source>whoever has the client secret {key_id} can use it; it does not expire</source>
        <translation>qui a le secret client {key_id} peut s’en servir&#x202f;; il n’expire pas</translation>
    </message>
    <message>
        <source>whoever has the key of the certificate {key_id} can use it until {date}</source>
        <translation>qui a la clé du certificat {key_id} peut s’en servir jusqu’au {date}</translation>
    </message>
    <message>
        <source>whoever has the key of the certificate {key_id} can use it; it does not expire</source>
        <translation>qui a la clé du certificat {key_id} peut s’en servir&#x202f;; il n’expire pas</translation>
    </message>
    <message>
        <source>whoever holds a token of {issuer} for {subject} can sign in as it (federated credential “{name}”)</source>
        <translation>qui détient un jeton de {issuer} pour {subject} peut se connecter en son nom (informations d’identification fédérées «&#x202f;{name}&#x202f;»)</translation>
    </message>
    <message>
        <source>{name}, who holds no administrator role, can add secrets to it at any time</source>
        <translation>{name}, qui n’a aucun rôle d’administrateur, peut y ajouter des secrets à tout moment</translation>
    </message>
    <message>
        <source>{name}, whose administrator roles could not be read, can add secrets to it at any time</source>
        <translation>{name}, dont les rôles d’administrateur n’ont pas pu être lus, peut y ajouter des secrets à tout moment</translation>
    </message>
    <message>
        <source>“{name}” was found, and nothing shows that it is ours.</source>
        <translation>«&#x202f;{name}&#x202f;» existe, et rien ne montre que c’est la nôtre.</translation>
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
        <translation>Consentement administrateur</translation>
    </message>
    <message>
        <source>Anyone who knows the passphrase. Send it another way than the file.</source>
        <translation>Toute personne qui connaît la phrase secrète. Transmettez-la par un autre moyen que le fichier.</translation>
    </message>
    <message>
        <source>Anyone: nothing in it is secret.</source>
        <translation>Tout le monde&#xa0;: il ne contient rien de secret.</translation>
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
        <source>Application permissions of Microsoft Graph: they hold in the whole tenant, without a signed-in user.</source>
        <translation>Autorisations d’application de Microsoft Graph&#xa0;: elles valent dans tout le locataire, sans utilisateur connecté.</translation>
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
        <translation>Informations d’identification</translation>
    </message>
    <message>
        <source>Credential expires on: {day}</source>
        <translation>Expiration des informations d’identification&#xa0;: {day}</translation>
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
        <source>Federated credential</source>
        <translation>Informations d’identification fédérées</translation>
    </message>
    <message>
        <source>File for the connector</source>
        <translation>Fichier pour le connecteur</translation>
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
        <source>From then on the connector gets no new token; one it already has usually expires within 90 minutes.</source>
        <translation>Dès lors, le connecteur n’obtient plus de nouveau jeton&#x202f;; celui qu’il a déjà expire en général dans les 90 minutes.</translation>
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
        <source>I will give you its passphrase another way, not by email.</source>
        <translation>Je vous donnerai sa phrase secrète par un autre moyen, pas par e-mail.</translation>
    </message>
    <message>
        <source>I will give you the client secret another, secure way.</source>
        <translation>Je vous remettrai le secret client par un autre moyen, sécurisé.</translation>
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
        <translation>Dans le portail&#xa0;: «&#x202f;Inscriptions d’applications&#x202f;» → {name} → «&#x202f;Certificats &amp; secrets&#x202f;» → supprimez l’entrée que nomme le rapport final.</translation>
    </message>
    <message>
        <source>In the portal: “App registrations” → {name} → “Certificates &amp; secrets” → delete the one with the ID {key_id}.</source>
        <translation>Dans le portail&#xa0;: «&#x202f;Inscriptions d’applications&#x202f;» → {name} → «&#x202f;Certificats &amp; secrets&#x202f;» → supprimez l’entrée dont l’ID est {key_id}.</translation>
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
        <source>Microsoft issued several access tokens in a row for the new credential; the permissions in them prove that it works. One read was also tried with each permission.</source>
        <translation>Microsoft a délivré plusieurs jetons d’accès de suite avec les nouvelles informations d’identification&#x202f;; les autorisations qu’ils contiennent prouvent qu’elles fonctionnent. Une lecture a aussi été essayée avec chaque autorisation.</translation>
    </message>
    <message>
        <source>No file was written: nothing in it would be secret.</source>
        <translation>Aucun fichier n’a été écrit&#xa0;: il ne contiendrait rien de secret.</translation>
    </message>
    <message>
        <source>No file was written: the secret was copied into a vault by hand.</source>
        <translation>Aucun fichier n’a été écrit&#xa0;: le secret a été recopié à la main dans un coffre.</translation>
    </message>
    <message>
        <source>None of them opens the users’ mailboxes.</source>
        <translation>Aucune n’ouvre les boîtes aux lettres des utilisateurs.</translation>
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
        <source>Nothing from the administrator’s account: no password, no token, no permission.</source>
        <translation>Rien du compte de l’administrateur&#xa0;: ni mot de passe, ni jeton, ni autorisation.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet: this is what will be done once it is confirmed.</source>
        <translation>Rien n’a encore été modifié&#xa0;: voici ce qui sera fait après confirmation.</translation>
    </message>
    <message>
        <source>Nothing in it is secret; it can be sent by email:</source>
        <translation>Il ne contient rien de secret et peut être envoyé par e-mail&#xa0;:</translation>
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
        <source>Nothing was changed. The enterprise application is disabled.</source>
        <translation>Rien n’a été modifié. L’application d’entreprise est désactivée.</translation>
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
        <source>Or revoke only the credential</source>
        <translation>Ou révoquer seulement les informations d’identification</translation>
    </message>
    <message>
        <source>Or with this program, which also adds what is missing and creates a new credential: {command}</source>
        <translation>Ou avec ce programme, qui ajoute aussi ce qui manque et crée de nouvelles informations d’identification&#xa0;: {command}</translation>
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
        <source>Please note: the credential is not proven yet.</source>
        <translation>À noter&#xa0;: les informations d’identification ne sont pas encore prouvées.</translation>
    </message>
    <message>
        <source>Please tell me when the connector is running with it.</source>
        <translation>Merci de me prévenir quand le connecteur les utilisera.</translation>
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
        <translation>Renouveler les informations d’identification du connecteur GLIMPS ({organization})</translation>
    </message>
    <message>
        <source>Report: what was done in {organization}</source>
        <translation>Compte rendu&#xa0;: ce qui a été fait dans {organization}</translation>
    </message>
    <message>
        <source>SHA-256: {digest}</source>
        <translation>SHA-256&#xa0;: {digest}</translation>
    </message>
    <message>
        <source>Signed in later, in the same run</source>
        <translation>Connecté plus tard, lors de la même exécution</translation>
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
        <source>The application is registered, admin consent is granted, and the new credential is proven to work.</source>
        <translation>L’application est inscrite, le consentement administrateur est accordé et le fonctionnement des nouvelles informations d’identification est prouvé.</translation>
    </message>
    <message>
        <source>The application is registered, admin consent is granted, and the new credential is proven to work. A trial read was refused: see “Proof”.</source>
        <translation>L’application est inscrite, le consentement administrateur est accordé et le fonctionnement des nouvelles informations d’identification est prouvé. Une lecture d’essai a été refusée&#xa0;: voir «&#x202f;Preuve&#x202f;».</translation>
    </message>
    <message>
        <source>The application is registered, and admin consent is granted.</source>
        <translation>L’application est inscrite et le consentement administrateur est accordé.</translation>
    </message>
    <message>
        <source>The application is registered, and admin consent is granted. The new credential could not be tried here: see “Proof”.</source>
        <translation>L’application est inscrite et le consentement administrateur est accordé. Les nouvelles informations d’identification n’ont pas pu être essayées ici&#xa0;: voir «&#x202f;Preuve&#x202f;».</translation>
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
        <source>The application was there before: first check whether anything else uses it, because that will stop too.</source>
        <translation>L’application existait déjà&#xa0;: vérifiez d’abord que rien d’autre ne s’en sert, car cela s’arrêterait aussi.</translation>
    </message>
    <message>
        <source>The application “{name}” is registered in the Microsoft 365 tenant of {organization}:</source>
        <translation>L’application «&#x202f;{name}&#x202f;» est inscrite dans le locataire Microsoft 365 de {organization}&#xa0;:</translation>
    </message>
    <message>
        <source>The connector has its own credential; nothing secret is to be handed over.</source>
        <translation>Le connecteur a ses propres informations d’identification&#x202f;; rien de secret n’est à remettre.</translation>
    </message>
    <message>
        <source>The credential is in the attached file, which is encrypted (age):</source>
        <translation>Les informations d’identification se trouvent dans le fichier joint, qui est chiffré (age)&#xa0;:</translation>
    </message>
    <message>
        <source>The credential is proven to work. Microsoft also reported:</source>
        <translation>Le fonctionnement des informations d’identification est prouvé. Microsoft a aussi signalé&#xa0;:</translation>
    </message>
    <message>
        <source>The credential of “{name}” expires on {day}. The connector will stop working then.</source>
        <translation>Les informations d’identification de «&#x202f;{name}&#x202f;» expirent le {day}. Le connecteur cessera alors de fonctionner.</translation>
    </message>
    <message>
        <source>The holder of the key {key}</source>
        <translation>Le détenteur de la clé {key}</translation>
    </message>
    <message>
        <source>The new credential is handed over, but not proven.</source>
        <translation>Les nouvelles informations d’identification sont remises, mais pas prouvées.</translation>
    </message>
    <message>
        <source>The private key is where the connector runs, and was never on this computer.</source>
        <translation>La clé privée est là où le connecteur s’exécute, et n’a jamais été sur cet ordinateur.</translation>
    </message>
    <message>
        <source>There is none: Microsoft exchanges the connector’s own tokens.</source>
        <translation>Il n’y en a pas&#xa0;: Microsoft échange les jetons du connecteur.</translation>
    </message>
    <message>
        <source>To prove it where the connector runs: {command}</source>
        <translation>Pour les prouver là où le connecteur s’exécute&#xa0;: {command}</translation>
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
        <source>What the connector asks for is in the attached file. Nothing in this file is secret.</source>
        <translation>Ce que le connecteur demande est dans le fichier joint. Rien dans ce fichier n’est secret.</translation>
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
        <source>With this program:</source>
        <translation>Avec ce programme&#xa0;:</translation>
    </message>
    <message>
        <source>Within 30 days, in the portal ({portal}): “App registrations” → “Deleted applications” → {name} → “Restore”. Its service principal comes back with it.</source>
        <translation>Dans les 30 jours, dans le portail ({portal})&#xa0;: «&#x202f;Inscriptions d’applications&#x202f;» → «&#x202f;Applications supprimées&#x202f;» → {name} → «&#x202f;Restaurer&#x202f;». Son principal de service revient avec elle.</translation>
    </message>
    <message>
        <source>assigned by Microsoft when it is created</source>
        <translation>attribué par Microsoft à la création</translation>
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
        <source>does not expire</source>
        <translation>n’expirent pas</translation>
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
        <source>the application’s name and IDs, the key ID and expiry date of its credential, its permissions</source>
        <translation>le nom et les ID de l’application, l’ID de clé et la date d’expiration des informations d’identification, les autorisations</translation>
    </message>
    <message>
        <source>the certificate with its private key, to be installed where the connector runs</source>
        <translation>le certificat avec sa clé privée, à installer là où le connecteur s’exécute</translation>
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
        <source>what the connector asks for: directory (tenant) ID, application (client) ID, and its mode ({keys})</source>
        <translation>ce que le connecteur demande&#xa0;: ID de l’annuaire (locataire), ID d’application (client) et mode ({keys})</translation>
    </message>
    <message>
        <source>what the connector asks for: directory (tenant) ID, application (client) ID, its mode and the certificate’s thumbprint ({keys})</source>
        <translation>ce que le connecteur demande&#xa0;: ID de l’annuaire (locataire), ID d’application (client), mode et empreinte du certificat ({keys})</translation>
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
    <name>Recording</name>
    <message>
        <source>It holds every request to Microsoft and its answer, without secrets, tokens, keys and codes, and with pseudonyms for all names, addresses and IDs of your organization.</source>
        <translation>L’enregistrement contient chaque requête à Microsoft et sa réponse&#x202f;; aucun secret, jeton, clé ni code, et des pseudonymes à la place de tous les noms, adresses et ID de votre organisation.</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
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
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Enter code</source>
        <translation>Entrer le code</translation>
    </message>
    <message>
        <source>Have full control of all site collections</source>
        <translation>Avoir le contrôle total de toutes les collections de sites</translation>
    </message>
    <message>
        <source>If you accept, the application gets this access for all users of your organization.</source>
        <translation>Si vous acceptez, l’application aura cet accès pour tous les utilisateurs de l’organisation.</translation>
    </message>
    <message>
        <source>Maintain access to data you have given it access to</source>
        <translation>Conserver l’accès aux données auxquelles vous lui avez donné accès</translation>
    </message>
    <message>
        <source>Manage all delegated permission grants</source>
        <translation>Gérer tous les octrois d’autorisations déléguées</translation>
    </message>
    <message>
        <source>Manage app permission grants and app role assignments</source>
        <translation>Gérer les octrois d’autorisations et les attributions de rôles d’application</translation>
    </message>
    <message>
        <source>Manage apps that this app creates or owns</source>
        <translation>Gérer les applications que cette application crée ou possède</translation>
    </message>
    <message>
        <source>Need admin approval</source>
        <translation>Approbation de l’administrateur nécessaire</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Nothing was allowed.</source>
        <translation>Rien n’a été autorisé.</translation>
    </message>
    <message>
        <source>Permissions requested</source>
        <translation>Autorisations demandées</translation>
    </message>
    <message>
        <source>Read all applications</source>
        <translation>Lire toutes les applications</translation>
    </message>
    <message>
        <source>Read all directory RBAC settings</source>
        <translation>Lire tous les paramètres RBAC de l’annuaire</translation>
    </message>
    <message>
        <source>Read all files that you have access to</source>
        <translation>Lire tous les fichiers auxquels vous avez accès</translation>
    </message>
    <message>
        <source>Read all groups</source>
        <translation>Lire tous les groupes</translation>
    </message>
    <message>
        <source>Read all users&apos; full profiles</source>
        <translation>Lire les profils complets de tous les utilisateurs</translation>
    </message>
    <message>
        <source>Read and write all applications</source>
        <translation>Lire et écrire toutes les applications</translation>
    </message>
    <message>
        <source>Read and write all groups</source>
        <translation>Lire et écrire tous les groupes</translation>
    </message>
    <message>
        <source>Read and write all users&apos; full profiles</source>
        <translation>Lire et écrire les profils complets de tous les utilisateurs</translation>
    </message>
    <message>
        <source>Read and write files in all site collections</source>
        <translation>Lire et écrire des fichiers dans toutes les collections de sites</translation>
    </message>
    <message>
        <source>Read and write items in all site collections</source>
        <translation>Lire et écrire des éléments dans toutes les collections de sites</translation>
    </message>
    <message>
        <source>Read applications</source>
        <translation>Lire les applications</translation>
    </message>
    <message>
        <source>Read directory RBAC settings</source>
        <translation>Lire les paramètres RBAC de l’annuaire</translation>
    </message>
    <message>
        <source>Read directory data</source>
        <translation>Lire les données de l’annuaire</translation>
    </message>
    <message>
        <source>Read files in all site collections</source>
        <translation>Lire les fichiers de toutes les collections de sites</translation>
    </message>
    <message>
        <source>Read items in all site collections</source>
        <translation>Lire les éléments de toutes les collections de sites</translation>
    </message>
    <message>
        <source>Read mail in all mailboxes</source>
        <translation>Lire les e-mails de toutes les boîtes aux lettres</translation>
    </message>
    <message>
        <source>Read organization information</source>
        <translation>Lire les informations de l’organisation</translation>
    </message>
    <message>
        <source>Read your organization&apos;s policies</source>
        <translation>Lire les stratégies de votre organisation</translation>
    </message>
    <message>
        <source>Rehearsal: this page belongs to the embedded demo tenant, not to Microsoft.</source>
        <translation>Répétition&#xa0;: cette page appartient au locataire de démonstration, pas à Microsoft.</translation>
    </message>
    <message>
        <source>Return to the application without signing in</source>
        <translation>Revenir à l’application sans se connecter</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign you in</source>
        <translation>Vous connecter</translation>
    </message>
    <message>
        <source>Sign you in and read your profile</source>
        <translation>Activer la connexion et lire votre profil</translation>
    </message>
    <message>
        <source>Sign-in stopped</source>
        <translation>Connexion interrompue</translation>
    </message>
    <message>
        <source>That account does not exist in this directory. Enter a different one.</source>
        <translation>Ce compte n’existe pas dans cet annuaire. Saisissez-en un autre.</translation>
    </message>
    <message>
        <source>That code did not work. Check it and try again.</source>
        <translation>Ce code n’a pas fonctionné. Vérifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>This account does not belong to the organization that was asked for.</source>
        <translation>Ce compte n’appartient pas à l’organisation demandée.</translation>
    </message>
    <message>
        <source>This application would like to:</source>
        <translation>Cette application souhaite&#xa0;:</translation>
    </message>
    <message>
        <source>View your basic profile</source>
        <translation>Afficher votre profil de base</translation>
    </message>
    <message>
        <source>View your email address</source>
        <translation>Afficher votre adresse e-mail</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>You can close this window.</source>
        <translation>Vous pouvez fermer cette fenêtre.</translation>
    </message>
    <message>
        <source>You cannot access this right now: your organization’s access rules do not allow this way to sign in.</source>
        <translation>Vous ne pouvez pas accéder à cette ressource&#xa0;: les règles d’accès de votre organisation n’autorisent pas cette façon de se connecter.</translation>
    </message>
    <message>
        <source>You can’t sign in here with a personal account. Use your work or school account instead.</source>
        <translation>Vous ne pouvez pas vous connecter ici avec un compte personnel. Utilisez votre compte professionnel ou scolaire.</translation>
    </message>
    <message>
        <source>You have signed in to {client} on your device.</source>
        <translation>Vous êtes connecté à {client} sur votre appareil.</translation>
    </message>
    <message>
        <source>You signed out of your account.</source>
        <translation>Vous êtes déconnecté de votre compte.</translation>
    </message>
    <message>
        <source>to continue to {client}</source>
        <translation>pour continuer vers {client}</translation>
    </message>
    <message>
        <source>{client} needs permission that only an administrator can grant.</source>
        <translation>{client} a besoin d’une autorisation que seul un administrateur peut accorder.</translation>
    </message>
    <message>
        <source>{client} now has the permissions it asked for.</source>
        <translation>{client} a maintenant les autorisations demandées.</translation>
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
        <source>GLIMPS no longer has access. Microsoft keeps the application for 30 days under “Deleted applications”: until then it can be restored there, or by setting it up again with this program.</source>
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
        <translation>L’application, ses autorisations et ses autres informations d’identification restent inchangées.</translation>
    </message>
    <message>
        <source>The old credentials are removed</source>
        <translation>Les anciennes informations d’identification sont supprimées</translation>
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
        <source>Deliver without proof</source>
        <translation>Remettre sans preuve</translation>
    </message>
    <message>
        <source>Everything else is in place, and stays. Only the credentials could not be tried.</source>
        <translation>Tout le reste est en place et y reste. Seules les informations d’identification n’ont pas pu être essayées.</translation>
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
        <source>Open the enterprise application in the portal</source>
        <translation>Ouvrir l’application d’entreprise dans le portail</translation>
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
        <source>Requests to Microsoft, and their results</source>
        <translation>Requêtes envoyées à Microsoft, et leurs résultats</translation>
    </message>
    <message>
        <source>Resume at any time, or review what was created and have it removed.</source>
        <translation>Reprenez quand vous voulez, ou examinez ce qui a été créé et faites-le supprimer.</translation>
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
        <source>The application cannot sign in</source>
        <translation>L’application ne peut pas se connecter</translation>
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
        <source>What was created can stay or be removed</source>
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
        <source>Secret, hidden</source>
        <translation>Secret, masqué</translation>
    </message>
    <message>
        <source>Secret, shown on the screen</source>
        <translation>Secret, affiché à l’écran</translation>
    </message>
    <message>
        <source>Show 10 s</source>
        <translation>Afficher 10&#xa0;s</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Application (client) ID:</source>
        <translation>ID d’application (client)&#xa0;:</translation>
    </message>
    <message>
        <source>Certificate and key:</source>
        <translation>Certificat et clé&#xa0;:</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Certificat&#xa0;:</translation>
    </message>
    <message>
        <source>Client secret:</source>
        <translation>Secret client&#xa0;:</translation>
    </message>
    <message>
        <source>Directory (tenant) ID:</source>
        <translation>ID de l’annuaire (locataire)&#xa0;:</translation>
    </message>
    <message>
        <source>Federation:</source>
        <translation>Fédération&#xa0;:</translation>
    </message>
    <message>
        <source>Give them its passphrase another way, by telephone for example.</source>
        <translation>Communiquez-lui la phrase secrète par un autre moyen, par téléphone par exemple.</translation>
    </message>
    <message>
        <source>Nothing in it is secret.</source>
        <translation>Il ne contient rien de secret.</translation>
    </message>
    <message>
        <source>Only the holder of this key can open it: {key}</source>
        <translation>Seul le détenteur de cette clé peut l’ouvrir&#xa0;: {key}</translation>
    </message>
    <message>
        <source>Send GLIMPS the file {path}, by mail for example.</source>
        <translation>Envoyez le fichier {path} à GLIMPS, par e-mail par exemple.</translation>
    </message>
    <message>
        <source>What GLIMPS needs:</source>
        <translation>Ce qu’il faut à GLIMPS&#xa0;:</translation>
    </message>
    <message>
        <source>in {path}</source>
        <translation>dans {path}</translation>
    </message>
    <message>
        <source>its key stays where the connector runs</source>
        <translation>sa clé reste là où le connecteur s’exécute</translation>
    </message>
    <message>
        <source>no secret, does not expire</source>
        <translation>sans secret, n’expire pas</translation>
    </message>
    <message>
        <source>{place}, valid until {date}</source>
        <translation>{place}, valable jusqu’au {date}</translation>
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
        <source>Continue without consent</source>
        <translation>Continuer sans consentement</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Copier le &amp;lien</translation>
    </message>
    <message>
        <source>Did the page not open, or did you close it? Open it again; the wait ends after ten minutes.</source>
        <translation>La page ne s’est pas ouverte, ou vous l’avez fermée&#x202f;? Rouvrez-la&#x202f;; l’attente prend fin au bout de dix minutes.</translation>
    </message>
    <message>
        <source>Does Microsoft ask for an administrator’s &amp;approval?</source>
        <translation>Microsoft demande-t-il l’&amp;approbation d’un administrateur&#x202f;?</translation>
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
        <source>Finish signing in there; this window continues by itself.</source>
        <translation>Terminez-y la connexion&#x202f;; cette fenêtre poursuivra d’elle-même.</translation>
    </message>
    <message>
        <source>How to make one</source>
        <translation>Comment en créer une</translation>
    </message>
    <message>
        <source>If no administrator has allowed this tool for everyone, Microsoft may ask for an administrator’s approval. The page shown while you sign in explains what to do.</source>
        <translation>Si aucun administrateur n’a autorisé cet outil pour tous, Microsoft peut demander l’approbation d’un administrateur. La page affichée pendant la connexion explique alors que faire.</translation>
    </message>
    <message>
        <source>In most tenants every member can; otherwise the role Application Developer is enough. If yours is only eligible, activate it in PIM, then check again.</source>
        <translation>Dans la plupart des locataires, tout membre le peut&#x202f;; sinon, le rôle Développeur d’applications suffit. Si vous n’y êtes qu’éligible, activez-le dans PIM, puis vérifiez de nouveau.</translation>
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
        <source>Leave “Consent on behalf of your organization” unticked</source>
        <translation>Ne cochez pas «&#x202f;Consentement pour le compte de votre organisation&#x202f;»</translation>
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
        <source>Microsoft will decide whether this account can do this</source>
        <translation>Microsoft décidera si ce compte peut le faire</translation>
    </message>
    <message>
        <source>Microsoft will decide whether this account can register applications</source>
        <translation>Microsoft décidera si ce compte peut inscrire des applications</translation>
    </message>
    <message>
        <source>Microsoft’s page offers this box. If it is ticked, that tool keeps these rights permanently, for every user.</source>
        <translation>La page de Microsoft propose cette case&#xa0;: si elle est cochée, cet outil conserve ces droits durablement, pour tous les utilisateurs.</translation>
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
        <source>None of these roles is active: {roles}. If yours is only eligible, activate it in PIM, then check again. Otherwise continue: if Microsoft refuses the consent, another administrator can grant it.</source>
        <translation>Aucun de ces rôles n’est actif&#xa0;: {roles}. Si vous êtes seulement éligible à l’un d’eux, activez-le dans PIM, puis revérifiez. Sinon, continuez&#xa0;: si Microsoft refuse le consentement, un autre administrateur peut l’accorder.</translation>
    </message>
    <message>
        <source>On this computer or any other; this window continues by itself.</source>
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
        <source>This account cannot grant admin consent</source>
        <translation>Ce compte ne peut pas accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>Use a code</source>
        <translation>Utiliser un code</translation>
    </message>
    <message>
        <source>Use a code instead</source>
        <translation>Utiliser plutôt un code</translation>
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
        <source>to read your roles and what already exists</source>
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
        <translation>Contrôle avec les informations d’identification</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
    <message>
        <source>Credentials file</source>
        <translation>Fichier des informations d’identification</translation>
    </message>
    <message>
        <source>Enterprise application</source>
        <translation>Application d’entreprise</translation>
    </message>
    <message>
        <source>Federated credential</source>
        <translation>Informations d’identification fédérées</translation>
    </message>
    <message>
        <source>Final deletion from the recycle bin</source>
        <translation>Suppression définitive de la corbeille</translation>
    </message>
    <message>
        <source>Last check of the application</source>
        <translation>Dernier contrôle de l’application</translation>
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
        <translation>Suppression d’anciennes informations d’identification</translation>
    </message>
    <message>
        <source>Removal of the application</source>
        <translation>Suppression de l’application</translation>
    </message>
    <message>
        <source>Removal of what does not belong</source>
        <translation>Retrait de ce qui n’a rien à y faire</translation>
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
        <source>Can grant admin consent</source>
        <translation>Peut accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>Can register the application</source>
        <translation>Peut inscrire l’application</translation>
    </message>
    <message>
        <source>Cannot grant admin consent</source>
        <translation>Ne peut pas accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>Cannot register the application</source>
        <translation>Ne peut pas inscrire l’application</translation>
    </message>
    <message>
        <source>Directory (tenant) ID</source>
        <translation>ID de l’annuaire (locataire)</translation>
    </message>
    <message>
        <source>Its roles do not show whether it can grant admin consent</source>
        <translation>Ses rôles n’indiquent pas s’il peut accorder le consentement administrateur</translation>
    </message>
    <message>
        <source>Its roles do not show whether it can register the application</source>
        <translation>Ses rôles n’indiquent pas s’il peut inscrire l’application</translation>
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
        <source>none that matters here</source>
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
        <source>&amp;Save a recording…</source>
        <translation>&amp;Enregistrer les échanges…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation>Un problème imprévu est survenu</translation>
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

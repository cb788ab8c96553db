import type { Counting } from '../counting.js';
import type { Translation } from '../translation.js';

/** Every text in French, with the means to write numbers. */
export function french({ number, form, count, and, list }: Counting): Translation {
  const nouns =
    (one: string, other: string) =>
    (value: number): string =>
      count(value, { one, other });
  const conversations = nouns('conversation', 'conversations');
  const projects = nouns('projet', 'projets');
  const records = nouns('enregistrement', 'enregistrements');
  const categories = nouns('catégorie', 'catégories');
  const files = nouns('fichier', 'fichiers');
  const items = nouns('élément', 'éléments');
  const contents = (inner: number, inside: number): string =>
    and([...(inner > 0 ? [projects(inner)] : []), ...(inside > 0 ? [conversations(inside)] : [])]);
  const quoted = (name: string): string => `«\u202f${name}\u202f»`;

  return {
    '$code': 'fr',
    '$name': 'Français',
    '$dir': 'ltr',

    'cancel': 'Annuler',
    'close': 'Fermer',
    'delete': 'Supprimer',
    'dismiss': 'Masquer',
    'loading': 'Chargement…',
    'reload': 'Recharger',
    'tryAgain': 'Réessayer',
    'unexpectedFailure': 'Une erreur qui ne devrait pas arriver s’est produite.',

    'error_backup-malformed': 'Le fichier est endommagé.',
    'error_backup-not-recognised': 'Ce fichier ne peut pas servir ici.',
    'error_backup-truncated': 'Le fichier est incomplet. Enregistrez-le ou copiez-le à nouveau.',
    'error_backup-version-unsupported':
      'Le fichier vient d’une version de l’application qui n’est pas connue ici.',
    'error_cycle': 'Un projet ne peut pas se trouver à l’intérieur de lui-même.',
    'error_database-blocked':
      'Un autre onglet retient les données. Fermez les autres onglets de cette application.',
    'error_database-closed': 'La page n’a plus accès aux données. Rechargez-la.',
    'error_database-connection-lost': 'Le navigateur a fermé les données. Rechargez la page.',
    'error_database-failed': 'Le navigateur n’a pas pu lire ou écrire les données.',
    'error_database-newer':
      'Vos données viennent d’une version plus récente de cette application. Rechargez la page, ou mettez l’application à jour.',
    'error_database-outdated': 'Un autre onglet a mis vos données à jour. Rechargez la page.',
    'error_database-unavailable':
      'Le navigateur ne permet pas à cette page de conserver des données.',
    'error_duplicate-id': 'Deux enregistrements ont le même identifiant.',
    'error_file-unreadable':
      'Le fichier ne peut pas être lu. Il a peut-être été déplacé, supprimé ou modifié.',
    'error_file-unwritable': 'Le fichier n’a pas pu être enregistré.',
    'error_module-unavailable':
      'Une partie de cette page ne s’est pas chargée. Vérifiez la connexion et réessayez, ou rechargez la page.',
    'error_name-taken': 'Ce nom est déjà pris.',
    'error_not-found': 'L’élément n’est plus ici.',
    'error_not-supported': 'Cela ne fonctionne pas ici.',
    'error_passphrase-required': 'Le fichier est chiffré. Il s’ouvre avec sa phrase secrète.',
    'error_passphrase-wrong': 'Cette phrase secrète n’ouvre pas le fichier.',
    'error_quota-exceeded':
      'Il n’y a plus de place pour ce site. Supprimez ce dont vous n’avez plus besoin.',
    'error_record-invalid': 'Une partie du contenu ne peut pas être conservée.',
    'errorChanged': 'Une partie des données a pu changer.',
    'errorUnchanged': 'Rien n’a été modifié.',
    'errorAt': (path) => `Emplacement\u00a0: ${path}.`,

    'notPersistent': 'Rien n’est conservé ici.',
    'notPersistentDetail': 'Ce que vous écrivez disparaîtra à la fermeture de cette page.',
    'emptied': 'Vos conversations ne sont plus dans ce navigateur.',
    'emptiedDetail': (lastSeen) =>
      `Elles étaient ici le ${lastSeen}. Le navigateur les a supprimées, ou quelqu’un a vidé son stockage.`,
    'emptiedRestore': (lastBackup) =>
      `Pour les retrouver, restaurez votre sauvegarde du ${lastBackup}.`,
    'emptiedNoBackup': 'Si vous avez une sauvegarde, restaurez-la pour les retrouver.',
    'emptiedBackup':
      'Une sauvegarde faite maintenant ne contient pas ce qui a disparu. Gardez les plus anciennes.',
    'databaseBlocked': 'En attente d’un autre onglet.',
    'databaseBlockedDetail':
      'Il retient une version plus ancienne de vos données. Fermez les autres onglets de cette application pour continuer.',
    'databaseOutdated': 'Un autre onglet a mis vos données à jour.',
    'databaseOutdatedDetail': 'Rechargez pour continuer ici. D’ici là, cette page ne modifie rien.',
    'databaseNewer': 'Vos données viennent d’une version plus récente de cette application.',
    'databaseNewerDetail': 'Rechargez, ou mettez l’application à jour. Rien n’a été lu ni modifié.',
    'databaseFailed': 'Vos données n’ont pas pu être ouvertes.',

    'conversations': 'Conversations',
    'conversationCount': conversations,
    'search': 'Rechercher',
    'searchConversations': 'Rechercher des conversations et des projets',
    'clearSearch': 'Effacer la recherche',
    'matchCount': nouns('résultat', 'résultats'),
    'noMatch': (query) => `Aucun résultat pour ${quoted(query)}.`,
    'newChat': 'Nouvelle conversation',
    'newProject': 'Nouveau projet',
    'untitled': 'Sans titre',
    'actionsFor': (title) => `Actions pour ${title}`,
    'newNameFor': (title) => `Nouveau nom pour ${title}`,
    'rename': 'Renommer',
    'exportJson': 'Exporter en JSON',
    'exportMarkdown': 'Exporter en Markdown',
    'loadingConversations': 'Chargement des conversations',
    'noConversations': 'Pas encore de conversations.',
    'conversationsFailed': 'Vos conversations n’ont pas pu être lues.',
    'deleteConversationTitle': (title) => `Supprimer ${quoted(title)}\u202f?`,
    'deleteConversationWords':
      'Tous ses messages disparaissent avec elle. Cette action est irréversible.',
    'deleteProjectTitle': (title) => `Supprimer le projet ${quoted(title)}\u202f?`,
    'deleteProjectWords': (inner, inside) =>
      inner === 0 && inside === 0
        ? 'Il est vide. Cette action est irréversible.'
        : [
            `Il contient ${contents(inner, inside)}.`,
            ...(inner > 0 ? ['Les projets qu’il contient sont supprimés avec lui.'] : []),
            'Cette action est irréversible.',
          ].join(' '),
    'duplicate': 'Dupliquer',
    'copyOf': (title) => `Copie de ${title}`,
    'move': 'Déplacer',
    'moveTo': 'Déplacer vers…',
    'moveTitle': (title) => `Déplacer ${quoted(title)}`,
    'moveWhere': 'Destination',
    'topLevel': 'Premier niveau',
    'findProject': 'Trouver un projet',
    'sort': 'Trier',
    'order_updated': 'Dernières modifications d’abord',
    'order_created': 'Plus récentes d’abord',
    'order_name': 'Par nom',
    'pin': 'Épingler',
    'unpin': 'Détacher',
    'pinned': 'Épinglées',
    'archive': 'Archiver',
    'unarchive': 'Retirer des archives',
    'restoreItem': 'Restaurer',
    'deleteForever': 'Supprimer définitivement',
    'trash': 'Corbeille',
    'archived': 'Archives',
    'backToConversations': 'Retour aux conversations',
    'emptyTrash': 'Vider la corbeille',
    'searchIn': 'Rechercher dans',
    'inTitles': 'Titres',
    'inMessages': 'Messages',
    'searchMessages': 'Rechercher dans les messages',
    'searchInMessages': 'Rechercher dans les messages',
    'noTitleMatch': (query) => `Aucun titre ne contient ${quoted(query)}.`,
    'searching': 'Recherche en cours',
    'foundMessages': 'Messages trouvés',
    'moreResults': 'Plus de résultats',
    'noHit': (query) => `Aucun message ne contient ${quoted(query)}.`,
    'noHitYet': (query) => `${quoted(query)} n’apparaît pas dans ce qui a été lu jusqu’ici.`,
    'searchFailed': 'La recherche ne fonctionne pas pour le moment.',
    'preparingSearch': (percent) => `Préparation de la recherche, ${percent}`,
    'searchFilters': 'Quels messages',
    'filtersAreSet': 'Seule une partie des messages a été parcourue.',
    'clearFilters': 'Rechercher dans tous les messages',
    'filterProject': 'Projet',
    'allProjects': 'Tous les projets',
    'filterTime': 'Date',
    'time_any': 'Toutes les dates',
    'time_week': 'Semaine passée',
    'time_month': 'Mois passé',
    'time_year': 'Année passée',
    'filterRole': 'De qui',
    'role_anyone': 'Tout le monde',
    'role_user': 'Vous',
    'role_assistant': 'Assistant',
    'deleteItemsTitle': (number) => `Supprimer définitivement ${items(number)}\u202f?`,
    'select': 'Sélectionner',
    'selectedCount': (value) => count(value, { one: 'sélectionné', other: 'sélectionnés' }),
    'selectedItems': 'Éléments sélectionnés',
    'clearSelection': 'Effacer la sélection',
    'itemCount': items,
    'actionsForItems': (number) => `Actions pour ${items(number)}`,
    'moreActions': 'Plus d’actions',
    'moveItemsTitle': (number) => `Déplacer ${items(number)}`,
    'deleteItemsWords': (inner, inside) =>
      `Suppression de ${contents(inner, inside)}, avec tous leurs messages. Cette action est irréversible.`,
    'itemsMoved': (value) =>
      `${items(value)} ${form(value, { one: 'déplacé', other: 'déplacés' })}.`,
    'itemsMovedToTrash': (value) => `${items(value)} dans la corbeille.`,
    'itemsMovedToArchive': (value) => `${items(value)} dans l’archive.`,
    'emptyTrashWords':
      'Tout le contenu de la corbeille disparaît, avec ses messages. Cette action est irréversible.',
    'trashWords': 'Conservé 30 jours, puis supprimé définitivement.',
    'trashEmpty': 'La corbeille est vide.',
    'archiveEmpty': 'Rien n’est archivé.',
    'movedToTrash': (title) => `${quoted(title)} est dans la corbeille.`,
    'movedToArchive': (title) => `${quoted(title)} est dans les archives.`,

    'category_settings': 'Réglages',
    'category_apiKeys': 'Clés d’API',
    'category_providerConfigs': 'Fournisseurs',
    'category_projects': 'Projets',
    'category_conversations': 'Conversations',
    'category_rulesAndTags': 'Règles et étiquettes',
    'category_mods': 'Mods',
    'category_syncRepos': 'Dépôts de synchronisation',
    'category_mcpServers': 'Serveurs MCP',
    'category_promptTemplates': 'Modèles de prompt',
    'category_agents': 'Agents et tâches',

    'count_settings': nouns('réglage', 'réglages'),
    'count_appState': nouns('autre valeur', 'autres valeurs'),
    'count_apiKeys': nouns('clé d’API', 'clés d’API'),
    'count_providerConfigs': nouns('fournisseur', 'fournisseurs'),
    'count_projects': projects,
    'count_conversations': conversations,
    'count_interactions': nouns('message', 'messages'),
    'count_rules': nouns('règle', 'règles'),
    'count_tags': nouns('étiquette', 'étiquettes'),
    'count_tagRuleLinks': nouns('lien', 'liens'),
    'count_mods': nouns('mod', 'mods'),
    'count_syncRepos': nouns('dépôt de synchronisation', 'dépôts de synchronisation'),
    'count_mcpServers': nouns('serveur MCP', 'serveurs MCP'),
    'count_promptTemplates': nouns('modèle de prompt', 'modèles de prompt'),
    'count_agents': nouns('agent ou tâche', 'agents et tâches'),

    'dangerZone': 'Zone de danger',
    'clearAll': 'Effacer toutes les données locales',
    // A name would take an article after the verb, and a number none.
    'clearSome': (what) => `Effacer\u00a0: ${what}`,
    'clearWords':
      'Supprime ce que cette application conserve dans ce navigateur\u00a0: tout, ou ce que vous choisissez.',
    'clearChoice': 'Ce qui est supprimé',
    'clearElsewhere':
      'Les fichiers que vous avez enregistrés et les autres appareils ne sont pas touchés.',
    'clearStays_apiKeys': 'Les clés d’API restent.',
    'clearStays_providerConfigs': 'Les fournisseurs restent, mais perdent leurs clés.',
    'clearStays_projects': 'Les projets restent.',
    'clearStays_conversations': 'Les conversations restent, hors de tout projet.',
    'clearStays_rulesAndTags':
      'Les projets restent, mais perdent leurs règles et étiquettes par défaut.',
    'clearStays_syncRepos': 'Les conversations restent, mais ne sont plus synchronisées.',
    'clearGoes_conversations': 'Les messages disparaissent avec leurs conversations.',
    'clearGoes_settings': 'L’application repart avec ses propres réglages.',
    'clearKeepCopy': (size) =>
      `Garder une copie pendant une heure, pour pouvoir annuler${size === undefined ? '' : ` (environ ${size})`}`,
    'clearKeepCopyWords': 'D’ici là, ce que vous supprimez est encore dans ce navigateur.',
    'clearNoCopyWords': 'Effacé aussitôt. Cette action est irréversible.',
    'clearWithoutCopy': 'Effacer aussitôt, sans copie',
    'clearBackUp': 'Sauvegarder d’abord',
    'clearBackUpWords':
      'Une sauvegarde faite ici ne contient ni clés, ni mots de passe, ni jetons.',
    'clearBackedUp': 'Enregistré dans un fichier, sans secrets.',
    'clearQuestion': 'Effacer toutes les données locales\u202f?',
    'clearSomeQuestion': (what) => `Effacer ceci\u00a0: ${what}\u202f?`,
    'clearConsequence': 'Ceci est supprimé de ce navigateur\u00a0:',
    'nothingToClear': 'Rien n’est conservé.',
    'clearForGood': 'Aucune copie n’est gardée. Sans sauvegarde, rien ne pourra être récupéré.',
    'clearUndoable': 'Une copie reste pendant une heure, pour que vous puissiez annuler.',
    'continue': 'Continuer',
    'clearQuestionAgain': 'En avez-vous la certitude\u202f?',
    'clearTypeWord': (word) => `Saisissez ${word} pour confirmer.`,
    'clearWord': 'SUPPRIMER',
    'clearFinally': 'Tout supprimer',
    'clearSomeFinally': 'Supprimer',
    'clearing': 'Suppression…',
    'clearBlocked':
      'En attente d’un autre onglet qui utilise les données. Fermez les autres onglets de cette application.',
    'cleared': 'Toutes les données locales ont été supprimées.',
    'clearedSome': 'Supprimé.',

    'backUp': 'Sauvegarder',
    'backUpWords':
      'Enregistre vos données dans un fichier, que cette application peut restaurer sur tout appareil.',
    'categoriesChosen': (chosen, all) => `${number(chosen)} sur ${categories(all)}`,
    'selectAll': 'Tout sélectionner',
    'selectNone': 'Ne rien sélectionner',
    'whatToBackUp': 'Ce qui est sauvegardé',
    'secret': 'Secret',
    'includeSecrets': 'Inclure les secrets (clés d’API, mots de passe, jetons)',
    'withoutSecrets':
      'Coche aussi les clés d’API. Sinon, le fichier ne contient ni clés, ni mots de passe, ni jetons.',
    'withSecrets':
      'Toute personne qui a le fichier peut utiliser vos comptes. Gardez-le là où vous seul pouvez le lire, et ne l’envoyez pas.',
    'backUpCategories': (value) =>
      value === 0 ? 'Sauvegarder' : `Sauvegarder ${categories(value)}`,
    'backingUp': 'Collecte de vos données…',
    'backedUp': (value, withSecrets, isEncrypted) =>
      `${categories(value)} ${form(value, { one: 'enregistrée', other: 'enregistrées' })} dans un fichier${isEncrypted ? ' chiffré' : ''}, ${withSecrets ? 'avec' : 'sans'} secrets.`,
    'backupCancelled': 'Annulé. Aucun fichier n’a été enregistré.',
    'encrypt': 'Chiffrer avec une phrase secrète',
    'encryptWords':
      'Seules les personnes qui connaissent la phrase secrète peuvent ouvrir le fichier.',
    'passphrase': 'Phrase secrète',
    'repeatPassphrase': 'Répéter la phrase secrète',
    'showPassphrase': 'Afficher la phrase secrète',
    'passphraseLost':
      'Nous ne pouvons pas la retrouver. Gardez-la en lieu sûr\u00a0: sans elle, personne ne peut ouvrir le fichier.',
    'passphraseMissing': 'Saisissez une phrase secrète, ou enregistrez sans chiffrement.',
    'passphrasesDiffer': 'Les deux ne correspondent pas.',
    'strength_weak': 'Faible',
    'strength_fair': 'Moyenne',
    'strength_strong': 'Forte',
    'strengthHint': 'Quatre mots au hasard ou plus font une phrase forte.',
    'secretsQuestion': 'Enregistrer des secrets dans un fichier que tout le monde peut lire\u202f?',
    'secretsReadable':
      'Le fichier n’est pas chiffré. Toute personne qui l’ouvre peut lire les clés, mots de passe et jetons de\u00a0:',
    'encryptInstead': 'Chiffrer plutôt',
    'exportUnencrypted': 'Exporter sans chiffrement',

    'storage': 'Stockage',
    'storageWords': 'Ce que cette application conserve dans ce navigateur.',
    'measuring': 'Mesure…',
    'nothingStored': 'Rien n’est encore conservé.',
    'about': (size) => `environ ${size}`,
    'usedOfQuota': (used, quota) => `Ce site utilise ${used} sur ${quota}.`,
    'storageNearlyFull':
      'La place pour ce site est presque épuisée. Sauvegardez, puis supprimez ce dont vous n’avez plus besoin.',
    'protected': 'Protégé de la suppression automatique',
    'protectedDetail': 'Le navigateur garde vos données même quand le disque est presque plein.',
    'notProtected': 'Pas protégé de la suppression automatique',
    'notProtectedDetail':
      'Le navigateur peut supprimer vos données quand le disque est presque plein.',
    'protect': 'Protéger',
    'asking': 'Demande au navigateur…',
    'protectionRefused':
      'Le navigateur n’a pas accepté. Il le fait souvent plus tard, pour les sites que vous mettez en favoris, installez ou visitez souvent.',
    'lastBackup': (when) => `Dernière sauvegarde ${when}`,
    'lastBackupJustNow': 'Dernière sauvegarde à l’instant',
    'lastBackupDetail': (date, value) => `${date} · ${categories(value)}`,
    'oldBackupDetail': 'Ce qui est venu après n’est que dans ce navigateur.',
    'noBackup': 'Pas encore de sauvegarde',
    'noBackupDetail': 'Vos données ne sont que dans ce navigateur.',

    'recordsPerSecond': (value) => `${records(value)}/s`,
    'timeLeft': (time) => `encore ${time}`,

    'restore': 'Restaurer',
    'restoreWords':
      'Accepte les sauvegardes et les fichiers de conversations ou d’un projet. Vous voyez ce qu’ils feraient avant que quoi que ce soit ne change.',
    'dropFile': 'Déposez des fichiers ici, ou',
    'chooseFile': 'Choisir des fichiers',
    'chooseAnother': 'Choisir un autre fichier',
    'phase_waiting': 'En attente de la fin d’un autre onglet…',
    'phase_decrypting': 'Déchiffrement…',
    'phase_checking': 'Vérification du fichier…',
    'phase_comparing': 'Comparaison avec ce qui est ici…',
    'phase_reading': 'Lecture de vos données…',
    'phase_writing': 'Écriture…',
    'file_backup': 'Sauvegarde',
    'file_backupOf': (date) => `Sauvegarde du ${date}`,
    'file_conversation': 'Une conversation',
    'file_conversations': 'Conversations',
    'file_project': 'Un projet avec ses conversations',
    'file_writtenBy': (app) => `écrit par ${app}`,
    'file_encrypted': 'chiffré',
    'lockedFile':
      'Le fichier est chiffré. Il s’ouvre avec la phrase secrète de son enregistrement.',
    'lockedFiles': (value) =>
      value === 1
        ? 'Un fichier est chiffré. Il s’ouvre avec la phrase secrète de son enregistrement.'
        : `${files(value)} ${form(value, { one: 'est chiffré', other: 'sont chiffrés' })}. Saisissez la phrase secrète de l’un, puis du suivant.`,
    'passphraseNeeded': 'Saisissez la phrase secrète du fichier.',
    'passphraseWrong': 'Cette phrase secrète n’ouvre pas le fichier.',
    'openFile': 'Ouvrir',
    'whatToRestore': 'Ce qui est restauré',
    'collection_settings': 'Réglages',
    'collection_appState': 'Autres valeurs',
    'collection_conversations': 'Conversations',
    'collection_interactions': 'Messages',
    'collection_rules': 'Règles',
    'collection_tags': 'Étiquettes',
    'collection_tagRuleLinks': 'Liens',
    'column_new': 'Nouveaux',
    'column_identical': 'Identiques',
    'column_different': 'Différents',
    'column_kept': 'Gardés',
    'column_invalid': 'Non valides',
    'column_removed': 'Supprimés',
    'outcome_new': nouns('nouveau', 'nouveaux'),
    'outcome_identical': nouns('identique', 'identiques'),
    'outcome_different': nouns('différent', 'différents'),
    'outcome_kept': nouns('gardé comme ici', 'gardés comme ici'),
    'outcome_invalid': nouns('non valide', 'non valides'),
    'outcome_removed': nouns('supprimé d’ici', 'supprimés d’ici'),
    'inTheFile': (value) => `${number(value)} dans le fichier`,
    'secretCount': nouns('secret', 'secrets'),
    'installsCode': 'Exécute du code',
    'secretsStay': 'Les secrets ont été exclus de ce fichier. Ceux qui sont ici restent.',
    'keysSentElsewhere':
      'Ce fichier enverrait des clés d’API gardées ici à des adresses où elles ne vont pas aujourd’hui. Ne continuez que si vous les connaissez\u00a0:',
    'keySentTo': 'vers',
    'whatBecomesOfData': 'Ce que deviennent les données d’ici',
    'policy_replace': 'Remplacer',
    'policy_replaceWords':
      'Les catégories choisies deviennent ce que contient le fichier. Ce qui n’est qu’ici disparaît.',
    'policy_merge-newest': 'Fusionner, le plus récent l’emporte',
    'policy_merge-newestWords':
      'Rien n’est supprimé. Quand un enregistrement est des deux côtés, le dernier modifié reste.',
    'policy_keep-mine': 'Fusionner, garder les miens',
    'policy_keep-mineWords':
      'Rien n’est supprimé. Quand un enregistrement est des deux côtés, celui d’ici reste.',
    'policy_copies': 'Ajouter comme copies',
    'policy_copiesWords':
      'Chaque enregistrement est ajouté à côté de ce qui est ici, comme nouveau.',
    'onlyHereGo': (what, value) =>
      `${form(value, { one: 'N’est qu’ici et disparaît', other: 'Ne sont qu’ici et disparaissent' })}\u00a0: ${what}.`,
    'andMoreKinds': (value) => `et ${count(value, { one: 'autre type', other: 'autres types' })}`,
    'invalidCount': (value) =>
      `${records(value)} ${form(value, { one: 'ne peut pas être restauré', other: 'ne peuvent pas être restaurés' })}`,
    'skipInvalid': (value) =>
      value === 1
        ? 'Ignorer l’enregistrement qui ne peut pas être restauré'
        : `Ignorer les ${number(value)} enregistrements qui ne peuvent pas être restaurés`,
    'do_add': (what) => `Ajouter ${what}`,
    'do_replace': (what) => `Remplacer ${what}`,
    'do_merge': (what) => `Fusionner ${what}`,
    'do_update': (what) => `Mettre à jour ${what}`,
    'do_remove': (what) => `Supprimer ${what}`,
    'do_restore': (what) => `Restaurer ${what}`,
    'do_copies': (what) => `Ajouter des copies de ${what}`,
    'categoryCount': categories,
    'chooseCategory': 'Choisissez au moins une catégorie.',
    'allHereAlready': 'Tout le contenu de ce fichier est déjà ici.',
    'nothingToAdd': 'Ce que vous avez choisi ne changerait rien ici.',
    'skipFirst': 'Pour restaurer le reste, ignorez ce qui ne peut pas être restauré.',
    'undoWillBePossible': 'Vous pourrez annuler ensuite.',
    'undoEnds': (when) => `Ce qui date du ${when} ne pourra alors plus être annulé.`,
    'redoEnds': (when) => `Ce qui a été annulé le ${when} ne pourra alors plus être rétabli.`,
    'addAsNewWords': 'Ajouté comme nouveau, à côté de ce qui est ici. Rien n’est remplacé.',
    'nothingInFile': 'Il n’y a rien dedans.',
    'restoreCancelled': 'Annulé. Rien n’a été modifié.',
    'restoreWithoutUndo': 'Restaurer sans annulation possible',
    'leftOut': (names) => `Exclu, car non choisi\u00a0: ${names}.`,
    'restored': 'Restauré.',
    'added': 'Ajouté.',
    'imported': 'Importé.',
    'foreseen': (what) => `Lu et comparé\u00a0: ${what}.`,
    'foreseenNew': (what) => `Lu. Cela ajouterait ${what}.`,
    'outcomeWords': (added, changed, removed, unchanged) =>
      list(
        [
          [added, { one: 'ajouté', other: 'ajoutés' }] as const,
          [changed, { one: 'modifié', other: 'modifiés' }] as const,
          [removed, { one: 'supprimé', other: 'supprimés' }] as const,
          [unchanged, { one: 'inchangé', other: 'inchangés' }] as const,
        ]
          .filter(([value]) => value > 0)
          .map(([value, forms]) => count(value, forms)),
      ),
    'skippedCount': (value) =>
      `${records(value)} ${form(value, { one: 'ignoré', other: 'ignorés' })}`,
    'downloadSkipped': 'Enregistrer ce qui a été ignoré',
    'andMore': (value) => `et ${count(value, { one: 'autre', other: 'autres' })}`,
    'repairs_reference-cleared': (value) =>
      count(value, {
        one: 'référence ne mène à rien et est vidée',
        other: 'références ne mènent à rien et sont vidées',
      }),
    'repairs_record-dropped': (value) =>
      count(value, {
        one: 'enregistrement ne se rapporte à rien et est exclu ou retiré',
        other: 'enregistrements ne se rapportent à rien et sont exclus ou retirés',
      }),
    'repairs_name-changed': (value) =>
      count(value, {
        one: 'nom est pris et reçoit un numéro',
        other: 'noms sont pris et reçoivent un numéro',
      }),
    'repairs_id-changed': (value) =>
      count(value, {
        one: 'identifiant est pris et en devient un autre',
        other: 'identifiants sont pris et en deviennent d’autres',
      }),
    'repairs_cycle-broken': (value) =>
      count(value, {
        one: 'enregistrement est à l’intérieur de lui-même et passe au premier niveau',
        other: 'enregistrements sont à l’intérieur d’eux-mêmes et passent au premier niveau',
      }),
    'repairs_conversation-recovered': (value) =>
      count(value, {
        one: 'conversation est créée pour des messages qui n’en ont pas',
        other: 'conversations sont créées pour des messages qui n’en ont pas',
      }),
    'repairs_date-filled': (value) =>
      count(value, {
        one: 'date manque et est ajoutée',
        other: 'dates manquent et sont ajoutées',
      }),
    'repairs_destination-kept': (value) =>
      count(value, {
        one: 'adresse d’ici reste, car son secret a été exclu du fichier',
        other: 'adresses d’ici restent, car leurs secrets ont été exclus du fichier',
      }),

    'severalWords':
      'Les sauvegardes passent d’abord, la plus ancienne avant les autres. Les conversations et les projets sont ajoutés comme nouveaux.',
    'severalModsLeftOut':
      'Les mods sont exclus, car ils exécutent du code. Ouvrez leur fichier seul pour les prendre.',
    'severalUndo':
      'Une seule annulation défait tout ce que changent les sauvegardes. Ce qui est ajouté comme nouveau reste.',
    'importFiles': (value) => `Importer ${files(value)}`,
    'filesRead': (known, all) =>
      `Lu. ${number(known)} sur ${files(all)} ${form(known, { one: 'peut être importé', other: 'peuvent être importés' })}.`,
    'fileOf': (position, all) => `Fichier ${number(position)} sur ${number(all)}`,
    'fileRestored': (what) => `Restauré\u00a0: ${what}.`,
    'fileAdded': (what) => `Ajouté\u00a0: ${what}.`,
    'fileNotBegun': 'Exclu. Rien n’en a été pris.',
    'filesDone': (done, all) =>
      `${number(done)} sur ${files(all)} ${form(done, { one: 'importé', other: 'importés' })}.`,
    'removeFromList': (name) => `Exclure ${name}`,

    'undo': 'Annuler',
    'redo': 'Rétablir',
    'undoRestore': 'Annuler la restauration',
    'deleteAgain': (value) => `Supprimer à nouveau (${records(value)})`,
    'deleteAgainQuestion': (value) => `Supprimer à nouveau ${records(value)}\u202f?`,
    'deleteAgainWords':
      'Ce que vous avez récupéré disparaît à nouveau. Vous pourrez annuler comme avant.',
    'undoing': 'Annulation des changements…',
    'undone': 'Annulé.',
    'redone_restore': 'Restauré à nouveau.',
    'redone_clear': 'Supprimé à nouveau.',
    'discarded': 'La copie n’existe plus. Ce qui est ici reste.',
    'did_restore': (when) => `Restauré le ${when}.`,
    'did_clear': (when) => `Supprimé le ${when}.`,
    'undid_restore': (when) => `Annulé le ${when}.`,
    'undid_clear': (when) => `Récupéré le ${when}.`,
    'undoOfEarlier': (when) =>
      `La restauration du ${when} peut encore être annulée. Ce qui vient d’être ajouté n’en fait pas partie.`,
    'redoOfEarlier': (when) =>
      `La restauration annulée le ${when} peut encore être rétablie. Ce qui vient d’être ajouté n’en fait pas partie.`,
    'undoDetail': (value, size) =>
      `${records(value)} ${form(value, { one: 'peut revenir à son état précédent', other: 'peuvent revenir à leur état précédent' })}\u202f; la copie occupe ${size}.`,
    'undoDetailUntil': (value, size, time) =>
      `${records(value)} ${form(value, { one: 'peut être récupéré', other: 'peuvent être récupérés' })} jusqu’à ${time}\u202f; la copie occupe ${size}.`,
    'redoDetail': (value, size) =>
      `${records(value)} ${form(value, { one: 'peut être modifié', other: 'peuvent être modifiés' })} à nouveau\u202f; la copie occupe ${size}.`,
    'redoDetailUntil': (value, size, time) =>
      `${records(value)} ${form(value, { one: 'peut être supprimé', other: 'peuvent être supprimés' })} à nouveau jusqu’à ${time}\u202f; la copie occupe ${size}.`,
    'keepThis': (size) => `Garder ceci, libérer ${size}`,
    'eraseCopy': (size) => `Effacer la copie, libérer ${size}`,

    'individualCategories': 'Catégories une par une',
    'individualWords':
      'Une partie de vos données dans son propre fichier. Une importation s’ajoute à ce qui est ici\u00a0: rien n’est supprimé, et le plus récent de deux enregistrements reste.',
    'export': 'Exporter',
    'import': 'Importer',
    'exportCategory': (name) => `Exporter ${quoted(name)}`,
    'importCategory': (name) => `Importer ${quoted(name)}`,
    'exportSecretsWords':
      'Sinon, les exportations ne contiennent ni mots de passe ni jetons. Un fichier de clés d’API contient toujours les clés.',
    'exportSecretsEncrypt': 'Pour le chiffrer, sauvegardez plutôt avec une phrase secrète.',
    'exported': 'Enregistré dans un fichier.',
    'importQuestion': (name) => `Importer ${quoted(name)} depuis ce fichier\u202f?`,
    'importCodeWords':
      'Les mods sont du code. Ils s’exécutent dans cette application et peuvent lire et modifier toutes ses données. Ne continuez que si vous faites confiance à leurs auteurs\u00a0:',
    'importTheRest': 'Importer le reste',
    'working': 'En cours…',

    'messages': 'Messages',
    'selectConversation': 'Sélectionnez une conversation pour la lire ici.',
    'loadingMessages': 'Chargement des messages',
    'noMessages': 'Pas encore de messages.',
    'messagesFailed': 'Les messages n’ont pas pu être lus.',
    'asker': 'Vous',
    'answerer': 'Réponse',
    'answererModel': (model) => `Réponse de ${model}`,
    'attachedFiles': 'Fichiers joints',
    'unnamedFile': 'Fichier sans nom',
    'reasoning': 'Raisonnement',
    'toolCalls': nouns('appel d’outil', 'appels d’outil'),
    'unnamedTool': 'Outil sans nom',
    'tokensOfAnswer': (input, output) =>
      [
        ...(input === '' ? [] : [`${input} jetons en entrée`]),
        ...(output === '' ? [] : [`${output} en sortie`]),
      ].join(', '),
    'copyAnswer': 'Copier la réponse',
    'copied': 'Copié',
    'copyFailed': 'Le navigateur n’a pas permis à cette page de copier.',
    'goodAnswer': 'Bonne réponse',
    'poorAnswer': 'Mauvaise réponse',
    'answers': 'Réponses à cette question',
    'previousAnswer': 'Réponse précédente',
    'nextAnswer': 'Réponse suivante',
    'answerOf': (position, all) => `Réponse ${number(position)} sur ${number(all)}`,
    'answerPending': 'En attente de la réponse',
    'answerStreaming': 'La réponse arrive',
    'answerPaused': 'En pause',
    'answerAwaiting': 'En attente de votre part',
    'answerCancelled': 'Arrêtée avant la fin',
    'answerFailed': 'Cette réponse a échoué.',
    'answerUnfinished': 'Cette réponse n’a jamais été terminée.',
    'answerEmpty': 'Aucune réponse',
    'answerComplete': 'La réponse est complète.',
    'answerUnsaved': (reason) => `Cette réponse n’est pas encore enregistrée. ${reason}`,
    'jumpToLatest': 'Aller au plus récent',
  };
}

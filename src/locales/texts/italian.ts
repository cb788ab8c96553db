import type { Counting } from '../counting.js';
import type { Translation } from '../translation.js';

/** Every text in Italian, with the means to write numbers. */
export function italian({ number, form, count, and, list }: Counting): Translation {
  const nouns =
    (one: string, other: string) =>
    (value: number): string =>
      count(value, { one, other });
  const conversations = nouns('conversazione', 'conversazioni');
  const projects = nouns('progetto', 'progetti');
  const records = nouns('elemento', 'elementi');
  const categories = nouns('categoria', 'categorie');
  const files = nouns('file', 'file');
  const items = nouns('elemento', 'elementi');
  const contents = (inner: number, inside: number): string =>
    and([...(inner > 0 ? [projects(inner)] : []), ...(inside > 0 ? [conversations(inside)] : [])]);

  return {
    '$code': 'it',
    '$name': 'Italiano',
    '$dir': 'ltr',

    'cancel': 'Annulla',
    'close': 'Chiudi',
    'delete': 'Elimina',
    'dismiss': 'Nascondi',
    'loading': 'Caricamento…',
    'reload': 'Ricarica',
    'tryAgain': 'Riprova',
    'unexpectedFailure': 'È andato storto qualcosa che non doveva.',

    'error_backup-malformed': 'Il file è danneggiato.',
    'error_backup-not-recognised': 'Questo file non si può usare qui.',
    'error_backup-truncated': 'Il file è incompleto. Salvalo o copialo di nuovo.',
    'error_backup-version-unsupported':
      'Il file viene da una versione dell’app che qui non è nota.',
    'error_cycle': 'Un progetto non può stare dentro sé stesso.',
    'error_database-blocked':
      'Un’altra scheda trattiene i dati. Chiudi le altre schede di questa app.',
    'error_database-closed': 'La pagina non ha più accesso ai dati. Ricaricala.',
    'error_database-connection-lost': 'Il browser ha chiuso i dati. Ricarica la pagina.',
    'error_database-failed': 'Il browser non è riuscito a leggere o scrivere i dati.',
    'error_database-newer':
      'I tuoi dati vengono da una versione più recente di questa app. Ricarica la pagina o aggiorna l’app.',
    'error_database-outdated': 'Un’altra scheda ha aggiornato i tuoi dati. Ricarica la pagina.',
    'error_database-unavailable': 'Il browser non lascia che questa pagina conservi dati.',
    'error_duplicate-id': 'Due elementi hanno lo stesso identificativo.',
    'error_file-unreadable':
      'Il file non si può leggere. Forse è stato spostato, eliminato o modificato.',
    'error_file-unwritable': 'Non è stato possibile salvare il file.',
    'error_module-unavailable':
      'Una parte di questa pagina non è stata caricata. Controlla la connessione e riprova, o ricarica la pagina.',
    'error_name-taken': 'Questo nome esiste già.',
    'error_not-found': 'Non è più qui.',
    'error_not-supported': 'Qui non funziona.',
    'error_passphrase-required': 'Il file è cifrato. Si apre con la sua passphrase.',
    'error_passphrase-wrong': 'Questa passphrase non apre il file.',
    'error_quota-exceeded': 'Non c’è più spazio per questo sito. Elimina ciò che non ti serve più.',
    'error_record-invalid': 'Una parte del contenuto non si può conservare.',
    'errorChanged': 'Una parte dei dati può essere cambiata.',
    'errorUnchanged': 'Non è stato modificato nulla.',
    'errorAt': (path) => `Si tratta di ${path}.`,

    'notPersistent': 'Qui non viene conservato nulla.',
    'notPersistentDetail': 'Ciò che scrivi andrà perso alla chiusura di questa pagina.',
    'emptied': 'Le tue conversazioni non sono più in questo browser.',
    'emptiedDetail': (lastSeen) =>
      `Erano qui il ${lastSeen}. Il browser le ha eliminate, o qualcuno ne ha svuotato la memoria.`,
    'emptiedRestore': (lastBackup) => `Per riaverle, ripristina il tuo backup del ${lastBackup}.`,
    'emptiedNoBackup': 'Se hai un backup, ripristinalo per riaverle.',
    'emptiedBackup':
      'Un backup fatto ora non contiene ciò che è andato perso. Conserva quelli meno recenti.',
    'databaseBlocked': 'In attesa di un’altra scheda.',
    'databaseBlockedDetail':
      'Trattiene una versione precedente dei tuoi dati. Chiudi le altre schede di questa app per continuare.',
    'databaseOutdated': 'Un’altra scheda ha aggiornato i tuoi dati.',
    'databaseOutdatedDetail':
      'Ricarica per continuare qui. Fino ad allora, questa pagina non modifica nulla.',
    'databaseNewer': 'I tuoi dati vengono da una versione più recente di questa app.',
    'databaseNewerDetail': 'Ricarica o aggiorna l’app. Non è stato letto né modificato nulla.',
    'databaseFailed': 'Non è stato possibile aprire i tuoi dati.',

    'conversations': 'Conversazioni',
    'conversationCount': conversations,
    'search': 'Cerca',
    'searchConversations': 'Cerca conversazioni e progetti',
    'clearSearch': 'Cancella la ricerca',
    'matchCount': nouns('risultato', 'risultati'),
    'noMatch': (query) => `Nessun risultato per “${query}”.`,
    'newChat': 'Nuova chat',
    'newProject': 'Nuovo progetto',
    'untitled': 'Senza titolo',
    'actionsFor': (title) => `Azioni per ${title}`,
    'newNameFor': (title) => `Nuovo nome per ${title}`,
    'rename': 'Rinomina',
    'exportJson': 'Esporta come JSON',
    'exportMarkdown': 'Esporta come Markdown',
    'loadingConversations': 'Caricamento delle conversazioni',
    'noConversations': 'Ancora nessuna conversazione.',
    'conversationsFailed': 'Non è stato possibile leggere le tue conversazioni.',
    'deleteConversationTitle': (title) => `Eliminare “${title}”?`,
    'deleteConversationWords':
      'Tutti i suoi messaggi vanno via con lei. Questa azione non si può annullare.',
    'deleteProjectTitle': (title) => `Eliminare il progetto “${title}”?`,
    'deleteProjectWords': (inner, inside) =>
      inner === 0 && inside === 0
        ? 'È vuoto. Questa azione non si può annullare.'
        : [
            `Contiene ${contents(inner, inside)}.`,
            ...(inner > 0 ? ['I progetti al suo interno vengono eliminati con lui.'] : []),
            'Questa azione non si può annullare.',
          ].join(' '),
    'duplicate': 'Duplica',
    'copyOf': (title) => `Copia di ${title}`,
    'move': 'Sposta',
    'moveTo': 'Sposta in…',
    'moveTitle': (title) => `Sposta “${title}”`,
    'moveWhere': 'Dove',
    'topLevel': 'Primo livello',
    'findProject': 'Trova un progetto',
    'sort': 'Ordina',
    'order_updated': 'Ultime modifiche per prime',
    'order_created': 'Più recenti per prime',
    'order_name': 'Per nome',
    'pin': 'Fissa',
    'unpin': 'Non fissare più',
    'pinned': 'Fissate',
    'archive': 'Archivia',
    'unarchive': 'Togli dall’archivio',
    'restoreItem': 'Ripristina',
    'deleteForever': 'Elimina definitivamente',
    'trash': 'Cestino',
    'archived': 'Archivio',
    'backToConversations': 'Torna alle conversazioni',
    'emptyTrash': 'Svuota il cestino',
    'searchIn': 'Cerca in',
    'inTitles': 'Titoli',
    'inMessages': 'Messaggi',
    'searchMessages': 'Cerca nei messaggi',
    'searchInMessages': 'Cerca nei messaggi',
    'noTitleMatch': (query) => `Nessun titolo contiene “${query}”.`,
    'searching': 'Ricerca in corso',
    'foundMessages': 'Messaggi trovati',
    'moreResults': 'Altri risultati',
    'noHit': (query) => `Nessun messaggio contiene “${query}”.`,
    'noHitYet': (query) => `“${query}” non compare in ciò che è stato letto finora.`,
    'searchFailed': 'Al momento la ricerca non funziona.',
    'preparingSearch': (percent) => `Preparazione della ricerca, ${percent}`,
    'searchFilters': 'Quali messaggi',
    'filtersAreSet': 'È stata cercata solo una parte dei messaggi.',
    'clearFilters': 'Cerca in tutti i messaggi',
    'filterProject': 'Progetto',
    'allProjects': 'Tutti i progetti',
    'filterTime': 'Data',
    'time_any': 'Qualsiasi data',
    'time_week': 'Ultima settimana',
    'time_month': 'Ultimo mese',
    'time_year': 'Ultimo anno',
    'filterRole': 'Di chi',
    'role_anyone': 'Chiunque',
    'role_user': 'Tu',
    'role_assistant': 'Assistente',
    'deleteItemsTitle': (number) => `Eliminare definitivamente ${items(number)}?`,
    'select': 'Seleziona',
    'selectedCount': (value) => count(value, { one: 'selezionato', other: 'selezionati' }),
    'selectedItems': 'Elementi selezionati',
    'clearSelection': 'Annulla la selezione',
    'itemCount': items,
    'actionsForItems': (number) => `Azioni per ${items(number)}`,
    'moreActions': 'Altre azioni',
    'moveItemsTitle': (number) => `Sposta ${items(number)}`,
    'deleteItemsWords': (inner, inside) =>
      `Vengono eliminati ${contents(inner, inside)}, con tutti i messaggi. Questa azione non si può annullare.`,
    'itemsMoved': (value) =>
      `${items(value)} ${form(value, { one: 'spostato', other: 'spostati' })}.`,
    'itemsMovedToTrash': (value) => `${items(value)} nel cestino.`,
    'itemsMovedToArchive': (value) => `${items(value)} nell’archivio.`,
    'emptyTrashWords':
      'Tutto ciò che è nel cestino va via, con i suoi messaggi. Questa azione non si può annullare.',
    'trashWords': 'Conservato per 30 giorni, poi eliminato definitivamente.',
    'trashEmpty': 'Il cestino è vuoto.',
    'archiveEmpty': 'Non c’è nulla di archiviato.',
    'movedToTrash': (title) => `“${title}” è nel cestino.`,
    'movedToArchive': (title) => `“${title}” è nell’archivio.`,

    'category_settings': 'Impostazioni',
    'category_apiKeys': 'Chiavi API',
    'category_providerConfigs': 'Fornitori',
    'category_projects': 'Progetti',
    'category_conversations': 'Conversazioni',
    'category_rulesAndTags': 'Regole ed etichette',
    'category_mods': 'Mod',
    'category_syncRepos': 'Repository di sincronizzazione',
    'category_mcpServers': 'Server MCP',
    'category_promptTemplates': 'Modelli di prompt',
    'category_agents': 'Agenti e attività',

    'count_settings': nouns('impostazione', 'impostazioni'),
    'count_appState': nouns('altro valore', 'altri valori'),
    'count_apiKeys': nouns('chiave API', 'chiavi API'),
    'count_providerConfigs': nouns('fornitore', 'fornitori'),
    'count_projects': projects,
    'count_conversations': conversations,
    'count_interactions': nouns('messaggio', 'messaggi'),
    'count_rules': nouns('regola', 'regole'),
    'count_tags': nouns('etichetta', 'etichette'),
    'count_tagRuleLinks': nouns('collegamento', 'collegamenti'),
    'count_mods': nouns('mod', 'mod'),
    'count_syncRepos': nouns('repository di sincronizzazione', 'repository di sincronizzazione'),
    'count_mcpServers': nouns('server MCP', 'server MCP'),
    'count_promptTemplates': nouns('modello di prompt', 'modelli di prompt'),
    'count_agents': nouns('agente o attività', 'agenti e attività'),

    'dangerZone': 'Zona pericolosa',
    'clearAll': 'Cancella tutti i dati locali',
    // A name would take an article after the verb, and a number none.
    'clearSome': (what) => `Cancella: ${what}`,
    'clearWords': 'Elimina ciò che questa app conserva in questo browser: tutto, o ciò che scegli.',
    'clearChoice': 'Cosa eliminare',
    'clearElsewhere': 'I file che hai salvato e gli altri dispositivi non vengono toccati.',
    'clearStays_apiKeys': 'Le chiavi API restano.',
    'clearStays_providerConfigs': 'I fornitori restano, ma perdono le loro chiavi.',
    'clearStays_projects': 'I progetti restano.',
    'clearStays_conversations': 'Le conversazioni restano, fuori da ogni progetto.',
    'clearStays_rulesAndTags':
      'I progetti restano, ma perdono le loro regole ed etichette predefinite.',
    'clearStays_syncRepos': 'Le conversazioni restano, ma non vengono più sincronizzate.',
    'clearGoes_conversations': 'I messaggi vanno via con le loro conversazioni.',
    'clearGoes_settings': 'L’app riparte con le sue impostazioni.',
    'clearKeepCopy': (size) =>
      `Tieni una copia per un’ora, per poter annullare${size === undefined ? '' : ` (circa ${size})`}`,
    'clearKeepCopyWords': 'Fino ad allora, ciò che elimini è ancora in questo browser.',
    'clearNoCopyWords': 'Cancellato subito. Non si può annullare.',
    'clearWithoutCopy': 'Cancella subito, senza copia',
    'clearBackUp': 'Prima esegui un backup',
    'clearBackUpWords': 'Un backup fatto qui non contiene chiavi, password o token.',
    'clearBackedUp': 'Salvato in un file, senza segreti.',
    'clearQuestion': 'Cancellare tutti i dati locali?',
    'clearSomeQuestion': (what) => `Cancellare questo: ${what}?`,
    'clearConsequence': 'Questo viene eliminato da questo browser:',
    'nothingToClear': 'Non è conservato nulla.',
    'clearForGood':
      'Non resta nessuna copia. Senza un backup, nulla di tutto questo si può recuperare.',
    'clearUndoable': 'Una copia resta per un’ora, così puoi annullare.',
    'continue': 'Continua',
    'clearQuestionAgain': 'Vuoi farlo davvero?',
    'clearTypeWord': (word) => `Scrivi ${word} per confermare.`,
    'clearWord': 'ELIMINA',
    'clearFinally': 'Elimina tutto',
    'clearSomeFinally': 'Elimina',
    'clearing': 'Eliminazione…',
    'clearBlocked':
      'In attesa di un’altra scheda che usa i dati. Chiudi le altre schede di questa app.',
    'cleared': 'Tutti i dati locali sono stati eliminati.',
    'clearedSome': 'Eliminato.',

    'backUp': 'Esegui il backup',
    'backUpWords':
      'Salva i tuoi dati in un file, che questa app può ripristinare su qualsiasi dispositivo.',
    'categoriesChosen': (chosen, all) => `${number(chosen)} di ${categories(all)}`,
    'selectAll': 'Seleziona tutto',
    'selectNone': 'Deseleziona tutto',
    'whatToBackUp': 'Cosa includere nel backup',
    'secret': 'Segreto',
    'includeSecrets': 'Includi i segreti (chiavi API, password, token)',
    'withoutSecrets':
      'Seleziona anche le chiavi API. Altrimenti il file non contiene chiavi, password o token.',
    'withSecrets':
      'Chiunque abbia il file può usare i tuoi account. Tienilo dove solo tu puoi leggerlo e non inviarlo.',
    'backUpCategories': (value) =>
      value === 0 ? 'Esegui il backup' : `Salva ${categories(value)}`,
    'backingUp': 'Raccolta dei tuoi dati…',
    'backedUp': (value, withSecrets, isEncrypted) =>
      `${categories(value)} in un file${isEncrypted ? ' cifrato' : ''}, ${withSecrets ? 'con' : 'senza'} segreti.`,
    'backupCancelled': 'Annullato. Nessun file è stato salvato.',
    'encrypt': 'Cifra con una passphrase',
    'encryptWords': 'Solo chi conosce la passphrase può aprire il file.',
    'passphrase': 'Passphrase',
    'repeatPassphrase': 'Ripeti la passphrase',
    'showPassphrase': 'Mostra la passphrase',
    'passphraseLost':
      'Non possiamo recuperarla. Tienila in un posto sicuro: senza, nessuno può aprire il file.',
    'passphraseMissing': 'Scrivi una passphrase, oppure salva senza cifratura.',
    'passphrasesDiffer': 'Le due non coincidono.',
    'strength_weak': 'Debole',
    'strength_fair': 'Media',
    'strength_strong': 'Forte',
    'strengthHint': 'Quattro o più parole a caso sono forti.',
    'secretsQuestion': 'Salvare i segreti in un file che chiunque può leggere?',
    'secretsReadable':
      'Il file non è cifrato. Chiunque lo apra può leggere le chiavi, le password e i token di:',
    'encryptInstead': 'Meglio cifrare',
    'exportUnencrypted': 'Esporta senza cifrare',

    'storage': 'Spazio di archiviazione',
    'storageWords': 'Ciò che questa app conserva in questo browser.',
    'measuring': 'Misurazione…',
    'nothingStored': 'Non è ancora conservato nulla.',
    'about': (size) => `circa ${size}`,
    'usedOfQuota': (used, quota) => `Questo sito usa ${used} di ${quota}.`,
    'storageNearlyFull':
      'Lo spazio per questo sito è quasi esaurito. Esegui un backup, poi elimina ciò che non ti serve più.',
    'protected': 'Protetto dall’eliminazione automatica',
    'protectedDetail': 'Il browser conserva i tuoi dati anche quando il disco è quasi pieno.',
    'notProtected': 'Non protetto dall’eliminazione automatica',
    'notProtectedDetail': 'Il browser può eliminare i tuoi dati quando il disco è quasi pieno.',
    'protect': 'Proteggi',
    'asking': 'Richiesta al browser…',
    'protectionRefused':
      'Il browser non ha accettato. Spesso lo fa più tardi, per i siti che aggiungi ai preferiti, installi o visiti spesso.',
    'lastBackup': (when) => `Ultimo backup ${when}`,
    'lastBackupJustNow': 'Ultimo backup proprio ora',
    'lastBackupDetail': (date, value) => `${date} · ${categories(value)}`,
    'oldBackupDetail': 'Ciò che è venuto dopo è solo in questo browser.',
    'noBackup': 'Ancora nessun backup',
    'noBackupDetail': 'I tuoi dati sono solo in questo browser.',

    'recordsPerSecond': (value) => `${records(value)}/s`,
    'timeLeft': (time) => `ancora ${time}`,

    'restore': 'Ripristina',
    'restoreWords':
      'Accetta backup e file con conversazioni o un progetto. Vedi cosa farebbero prima che qualcosa cambi.',
    'dropFile': 'Trascina i file qui, oppure',
    'chooseFile': 'Scegli i file',
    'chooseAnother': 'Scegline un altro',
    'phase_waiting': 'In attesa che un’altra scheda finisca…',
    'phase_decrypting': 'Decifratura…',
    'phase_checking': 'Controllo del file…',
    'phase_comparing': 'Confronto con ciò che è qui…',
    'phase_reading': 'Lettura dei tuoi dati…',
    'phase_writing': 'Scrittura…',
    'file_backup': 'File di backup',
    'file_backupOf': (date) => `Backup del ${date}`,
    'file_conversation': 'Una conversazione',
    'file_conversations': 'Conversazioni',
    'file_project': 'Un progetto con le sue conversazioni',
    'file_writtenBy': (app) => `scritto da ${app}`,
    'file_encrypted': 'cifrato',
    'lockedFile': 'Il file è cifrato. Si apre con la passphrase con cui è stato salvato.',
    'lockedFiles': (value) =>
      form(value, {
        one: 'Un file è cifrato. Si apre con la passphrase con cui è stato salvato.',
        other: `${files(value)} sono cifrati. Scrivi la passphrase di uno, poi del successivo.`,
      }),
    'passphraseNeeded': 'Scrivi la passphrase del file.',
    'passphraseWrong': 'Questa passphrase non apre il file.',
    'openFile': 'Apri',
    'whatToRestore': 'Cosa ripristinare',
    'collection_settings': 'Impostazioni',
    'collection_appState': 'Altri valori',
    'collection_conversations': 'Conversazioni',
    'collection_interactions': 'Messaggi',
    'collection_rules': 'Regole',
    'collection_tags': 'Etichette',
    'collection_tagRuleLinks': 'Collegamenti',
    'column_new': 'Nuovi',
    'column_identical': 'Uguali',
    'column_different': 'Diversi',
    'column_kept': 'Mantenuti',
    'column_invalid': 'Non validi',
    'column_removed': 'Rimossi',
    'outcome_new': nouns('nuovo', 'nuovi'),
    'outcome_identical': nouns('uguale', 'uguali'),
    'outcome_different': nouns('diverso', 'diversi'),
    'outcome_kept': nouns('mantenuto com’è qui', 'mantenuti come sono qui'),
    'outcome_invalid': nouns('non valido', 'non validi'),
    'outcome_removed': nouns('rimosso da qui', 'rimossi da qui'),
    'inTheFile': (value) => `${number(value)} nel file`,
    'secretCount': nouns('segreto', 'segreti'),
    'installsCode': 'Esegue codice',
    'secretsStay': 'I segreti sono stati esclusi da questo file. Quelli che sono qui restano.',
    'keysSentElsewhere':
      'Questo file invierebbe chiavi API conservate qui a indirizzi a cui ora non vengono inviate. Continua solo se li conosci:',
    'keySentTo': 'a',
    'whatBecomesOfData': 'Cosa succede ai dati di qui',
    'policy_replace': 'Sostituisci',
    'policy_replaceWords':
      'Le categorie scelte diventano ciò che contiene il file. Ciò che è solo qui va via.',
    'policy_merge-newest': 'Unisci, vince il più recente',
    'policy_merge-newestWords':
      'Non viene eliminato nulla. Se un elemento è da entrambe le parti, resta l’ultimo modificato.',
    'policy_keep-mine': 'Unisci, tieni i miei',
    'policy_keep-mineWords':
      'Non viene eliminato nulla. Se un elemento è da entrambe le parti, resta quello di qui.',
    'policy_copies': 'Aggiungi come copie',
    'policy_copiesWords': 'Ogni elemento viene aggiunto accanto a ciò che è qui, come nuovo.',
    'onlyHereGo': (what, value) =>
      `${form(value, { one: 'È solo qui e va via', other: 'Sono solo qui e vanno via' })}: ${what}.`,
    'andMoreKinds': (value) => `e ${count(value, { one: 'altro tipo', other: 'altri tipi' })}`,
    'invalidCount': (value) =>
      `${records(value)} non ${form(value, { one: 'si può', other: 'si possono' })} ripristinare`,
    'skipInvalid': (value) =>
      form(value, {
        one: 'Salta l’elemento che non si può ripristinare',
        other: `Salta i ${records(value)} che non si possono ripristinare`,
      }),
    'do_add': (what) => `Aggiungi ${what}`,
    'do_replace': (what) => `Sostituisci ${what}`,
    'do_merge': (what) => `Unisci ${what}`,
    'do_update': (what) => `Aggiorna ${what}`,
    'do_remove': (what) => `Rimuovi ${what}`,
    'do_restore': (what) => `Ripristina ${what}`,
    'do_copies': (what) => `Aggiungi copie di ${what}`,
    'categoryCount': categories,
    'chooseCategory': 'Scegli almeno una categoria.',
    'allHereAlready': 'Tutto ciò che è in questo file è già qui.',
    'nothingToAdd': 'Ciò che hai scelto non cambierebbe nulla qui.',
    'skipFirst': 'Per ripristinare il resto, salta ciò che non si può ripristinare.',
    'undoWillBePossible': 'Dopo puoi annullare.',
    'undoEnds': (when) => `Ciò che risale al ${when} non si potrà più annullare.`,
    'redoEnds': (when) => `Ciò che è stato annullato il ${when} non si potrà più ripetere.`,
    'addAsNewWords': 'Aggiunto come nuovo, accanto a ciò che è qui. Non viene sostituito nulla.',
    'nothingInFile': 'Non c’è nulla dentro.',
    'restoreCancelled': 'Annullato. Non è stato modificato nulla.',
    'restoreWithoutUndo': 'Ripristina senza poter annullare',
    'leftOut': (names) => `Escluso, perché non scelto: ${names}.`,
    'restored': 'Ripristinato.',
    'added': 'Aggiunto.',
    'imported': 'Importato.',
    'foreseen': (what) => `Letto e confrontato: ${what}.`,
    'foreseenNew': (what) => `Letto. Aggiungerebbe ${what}.`,
    'outcomeWords': (added, changed, removed, unchanged) =>
      list(
        [
          [added, { one: 'aggiunto', other: 'aggiunti' }] as const,
          [changed, { one: 'modificato', other: 'modificati' }] as const,
          [removed, { one: 'rimosso', other: 'rimossi' }] as const,
          [unchanged, { one: 'invariato', other: 'invariati' }] as const,
        ]
          .filter(([value]) => value > 0)
          .map(([value, forms]) => count(value, forms)),
      ),
    'skippedCount': (value) =>
      `${records(value)} ${form(value, { one: 'saltato', other: 'saltati' })}`,
    'downloadSkipped': 'Salva ciò che è stato saltato',
    'andMore': (value) => `e ${count(value, { one: 'altro', other: 'altri' })}`,
    'repairs_reference-cleared': (value) =>
      count(value, {
        one: 'riferimento non porta a nulla e viene svuotato',
        other: 'riferimenti non portano a nulla e vengono svuotati',
      }),
    'repairs_record-dropped': (value) =>
      count(value, {
        one: 'elemento non si riferisce a nulla e viene escluso o tolto',
        other: 'elementi non si riferiscono a nulla e vengono esclusi o tolti',
      }),
    'repairs_name-changed': (value) =>
      count(value, {
        one: 'nome esiste già e riceve un numero',
        other: 'nomi esistono già e ricevono un numero',
      }),
    'repairs_id-changed': (value) =>
      count(value, {
        one: 'identificativo esiste già e ne diventa un altro',
        other: 'identificativi esistono già e diventano altri',
      }),
    'repairs_cycle-broken': (value) =>
      count(value, {
        one: 'elemento è dentro sé stesso e passa al primo livello',
        other: 'elementi sono dentro sé stessi e passano al primo livello',
      }),
    'repairs_conversation-recovered': (value) =>
      count(value, {
        one: 'conversazione viene creata per messaggi che non ne hanno',
        other: 'conversazioni vengono create per messaggi che non ne hanno',
      }),
    'repairs_date-filled': (value) =>
      count(value, {
        one: 'data manca e viene completata',
        other: 'date mancano e vengono completate',
      }),
    'repairs_destination-kept': (value) =>
      count(value, {
        one: 'indirizzo di qui resta, perché il suo segreto è stato escluso dal file',
        other: 'indirizzi di qui restano, perché i loro segreti sono stati esclusi dal file',
      }),

    'severalWords':
      'Prima vengono i backup, il più vecchio prima degli altri. Conversazioni e progetti vengono aggiunti come nuovi.',
    'severalModsLeftOut':
      'Le mod vengono escluse, perché eseguono codice. Apri il loro file da solo per prenderle.',
    'severalUndo':
      'Un solo annullamento riporta indietro tutto ciò che i backup cambiano. Ciò che viene aggiunto come nuovo resta.',
    'importFiles': (value) => `Importa ${files(value)}`,
    'filesRead': (known, all) =>
      `Letto. ${number(known)} di ${files(all)} ${form(known, { one: 'si può', other: 'si possono' })} importare.`,
    'fileOf': (position, all) => `File ${number(position)} di ${number(all)}`,
    'fileRestored': (what) => `Ripristinato: ${what}.`,
    'fileAdded': (what) => `Aggiunto: ${what}.`,
    'fileNotBegun': 'Escluso. Non ne è stato preso nulla.',
    'filesDone': (done, all) =>
      `${number(done)} di ${files(all)} ${form(done, { one: 'importato', other: 'importati' })}.`,
    'removeFromList': (name) => `Escludi ${name}`,

    'undo': 'Annulla',
    'redo': 'Ripeti',
    'undoRestore': 'Annulla il ripristino',
    'deleteAgain': (value) => `Elimina di nuovo (${records(value)})`,
    'deleteAgainQuestion': (value) => `Eliminare di nuovo ${records(value)}?`,
    'deleteAgainWords': 'Ciò che hai recuperato va via di nuovo. Si può annullare come prima.',
    'undoing': 'Annullamento…',
    'undone': 'Annullato.',
    'redone_restore': 'Ripristinato di nuovo.',
    'redone_clear': 'Eliminato di nuovo.',
    'discarded': 'La copia non c’è più. Ciò che è qui resta.',
    'did_restore': (when) => `Ripristinato il ${when}.`,
    'did_clear': (when) => `Eliminato il ${when}.`,
    'undid_restore': (when) => `Annullato il ${when}.`,
    'undid_clear': (when) => `Recuperato il ${when}.`,
    'undoOfEarlier': (when) =>
      `Il ripristino del ${when} si può ancora annullare. Ciò che è stato aggiunto ora non ne fa parte.`,
    'redoOfEarlier': (when) =>
      `Il ripristino annullato il ${when} si può ancora ripetere. Ciò che è stato aggiunto ora non ne fa parte.`,
    'undoDetail': (value, size) =>
      `${records(value)} ${form(value, { one: 'può', other: 'possono' })} tornare come prima; la copia occupa ${size}.`,
    'undoDetailUntil': (value, size, time) =>
      `${records(value)} ${form(value, { one: 'si può', other: 'si possono' })} recuperare entro le ${time}; la copia occupa ${size}.`,
    'redoDetail': (value, size) =>
      `${records(value)} ${form(value, { one: 'si può', other: 'si possono' })} modificare di nuovo; la copia occupa ${size}.`,
    'redoDetailUntil': (value, size, time) =>
      `${records(value)} ${form(value, { one: 'si può', other: 'si possono' })} eliminare di nuovo entro le ${time}; la copia occupa ${size}.`,
    'keepThis': (size) => `Lascia così, libera ${size}`,
    'eraseCopy': (size) => `Cancella la copia, libera ${size}`,

    'individualCategories': 'Singole categorie',
    'individualWords':
      'Una parte dei tuoi dati in un file a sé. Un’importazione si aggiunge a ciò che è qui: non viene eliminato nulla, e di due elementi resta il più recente.',
    'export': 'Esporta',
    'import': 'Importa',
    'exportCategory': (name) => `Esporta “${name}”`,
    'importCategory': (name) => `Importa “${name}”`,
    'exportSecretsWords':
      'Altrimenti ciò che esporti non contiene password o token. Un file di chiavi API contiene sempre le chiavi.',
    'exportSecretsEncrypt': 'Per cifrarlo, esegui invece un backup con una passphrase.',
    'exported': 'Salvato in un file.',
    'importQuestion': (name) => `Importare “${name}” da questo file?`,
    'importCodeWords':
      'Le mod sono codice. Vengono eseguite in questa app e possono leggere e modificare tutti i suoi dati. Continua solo se ti fidi di chi le ha fatte:',
    'importTheRest': 'Importa il resto',
    'working': 'In corso…',

    'messages': 'Messaggi',
    'selectConversation': 'Seleziona una conversazione per leggerla qui.',
    'loadingMessages': 'Caricamento dei messaggi',
    'noMessages': 'Ancora nessun messaggio.',
    'messagesFailed': 'Non è stato possibile leggere i messaggi.',
    'asker': 'Tu',
    'answerer': 'Risposta',
    'answererModel': (model) => `Risposta di ${model}`,
    'attachedFiles': 'File allegati',
    'unnamedFile': 'File senza nome',
    'reasoning': 'Ragionamento',
    'toolCalls': nouns('chiamata a strumenti', 'chiamate a strumenti'),
    'unnamedTool': 'Strumento senza nome',
    'tokensOfAnswer': (input, output) =>
      [
        ...(input === '' ? [] : [`${input} token in entrata`]),
        ...(output === '' ? [] : [`${output} in uscita`]),
      ].join(', '),
    'copyAnswer': 'Copia la risposta',
    'copied': 'Copiato',
    'copyFailed': 'Il browser non ha lasciato copiare questa pagina.',
    'goodAnswer': 'Buona risposta',
    'poorAnswer': 'Cattiva risposta',
    'answers': 'Risposte a questa domanda',
    'previousAnswer': 'Risposta precedente',
    'nextAnswer': 'Risposta successiva',
    'answerOf': (position, all) => `Risposta ${number(position)} di ${number(all)}`,
    'answerPending': 'In attesa della risposta',
    'answerStreaming': 'La risposta è in arrivo',
    'answerPaused': 'In pausa',
    'answerAwaiting': 'In attesa di te',
    'answerCancelled': 'Interrotta prima della fine',
    'answerFailed': 'Questa risposta non è riuscita.',
    'answerUnfinished': 'Questa risposta non è mai stata completata.',
    'answerEmpty': 'Nessuna risposta',
    'answerComplete': 'La risposta è completa.',
    'answerUnsaved': (reason) => `Questa risposta non è ancora salvata. ${reason}`,
    'jumpToLatest': 'Vai al più recente',
  };
}

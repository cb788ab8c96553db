import type { Counting } from '../counting.js';
import type { Translation } from '../translation.js';

/** Every text in German, with the means to write numbers. */
export function german({ number, form, count, and, list }: Counting): Translation {
  const nouns =
    (one: string, other: string) =>
    (value: number): string =>
      count(value, { one, other });
  const conversations = nouns('Unterhaltung', 'Unterhaltungen');
  const projects = nouns('Projekt', 'Projekte');
  const records = nouns('Eintrag', 'Einträge');
  const categories = nouns('Kategorie', 'Kategorien');
  const items = nouns('Element', 'Elemente');
  const contents = (inner: number, inside: number): string =>
    and([...(inner > 0 ? [projects(inner)] : []), ...(inside > 0 ? [conversations(inside)] : [])]);

  return {
    '$code': 'de',
    '$name': 'Deutsch',
    '$dir': 'ltr',

    'cancel': 'Abbrechen',
    'close': 'Schließen',
    'delete': 'Löschen',
    'dismiss': 'Ausblenden',
    'loading': 'Wird geladen…',
    'reload': 'Neu laden',
    'tryAgain': 'Erneut versuchen',
    'unexpectedFailure': 'Etwas ist schiefgegangen, das nicht schiefgehen sollte.',

    'error_backup-malformed': 'Die Datei ist beschädigt.',
    'error_backup-not-recognised': 'Diese Datei lässt sich hier nicht verwenden.',
    'error_backup-truncated':
      'Die Datei ist unvollständig. Es hilft, sie noch einmal zu speichern oder zu kopieren.',
    'error_backup-version-unsupported':
      'Die Datei stammt aus einer Version der App, die hier nicht bekannt ist.',
    'error_cycle': 'Ein Projekt kann nicht in sich selbst liegen.',
    'error_database-blocked':
      'Ein anderer Tab hält die Daten fest. Es hilft, die anderen Tabs dieser App zu schließen.',
    'error_database-closed':
      'Diese Seite hat die Verbindung zu den Daten beendet. Es hilft, sie neu zu laden.',
    'error_database-connection-lost':
      'Der Browser hat die Verbindung zu den Daten beendet. Es hilft, die Seite neu zu laden.',
    'error_database-failed': 'Der Browser konnte die Daten nicht lesen oder schreiben.',
    'error_database-newer':
      'Die Daten stammen aus einer neueren Version dieser App. Es hilft, die Seite neu zu laden oder die App zu aktualisieren.',
    'error_database-outdated':
      'Ein anderer Tab hat die Daten aktualisiert. Es hilft, diese Seite neu zu laden.',
    'error_database-unavailable': 'Der Browser lässt diese Seite keine Daten speichern.',
    'error_duplicate-id': 'Zwei Einträge haben dieselbe Kennung.',
    'error_file-unreadable':
      'Die Datei lässt sich nicht lesen. Vielleicht wurde sie verschoben, gelöscht oder geändert.',
    'error_file-unwritable': 'Die Datei konnte nicht gespeichert werden.',
    'error_module-unavailable':
      'Ein Teil dieser Seite wurde nicht geladen. Es hilft, es mit einer Verbindung noch einmal zu versuchen oder die Seite neu zu laden.',
    'error_name-taken': 'Diesen Namen gibt es schon.',
    'error_not-found': 'Das gibt es hier nicht mehr.',
    'error_not-supported': 'Das geht hier nicht.',
    'error_passphrase-required':
      'Die Datei ist verschlüsselt. Sie öffnet sich mit ihrer Passphrase.',
    'error_passphrase-wrong': 'Diese Passphrase öffnet die Datei nicht.',
    'error_quota-exceeded':
      'Für diese Website ist kein Platz mehr. Es hilft, zu löschen, was nicht mehr gebraucht wird.',
    'error_record-invalid': 'Etwas darin lässt sich nicht speichern.',
    'errorChanged': 'Ein Teil der Daten kann geändert sein.',
    'errorUnchanged': 'Es wurde nichts geändert.',
    'errorAt': (path) => `Es geht um ${path}.`,

    'notPersistent': 'Hier wird nichts gespeichert.',
    'notPersistentDetail': 'Alles Geschriebene ist weg, sobald diese Seite geschlossen wird.',
    'emptied': 'Die Unterhaltungen sind nicht mehr in diesem Browser.',
    'emptiedDetail': (lastSeen) =>
      `Am ${lastSeen} waren sie noch hier. Der Browser hat sie gelöscht, oder jemand hat seinen Speicher geleert.`,
    'emptiedRestore': (lastBackup) =>
      `Die Sicherung vom ${lastBackup} bringt sie zurück, sobald sie wiederhergestellt ist.`,
    'emptiedNoBackup': 'Eine Sicherung, falls es eine gibt, bringt sie zurück.',
    'emptiedBackup':
      'Eine Sicherung von jetzt enthält nicht, was weg ist. Ältere sollten erhalten bleiben.',
    'databaseBlocked': 'Ein anderer Tab wird noch gebraucht.',
    'databaseBlockedDetail':
      'Er hält eine ältere Version der Daten fest. Weiter geht es, wenn die anderen Tabs dieser App geschlossen sind.',
    'databaseOutdated': 'Ein anderer Tab hat die Daten aktualisiert.',
    'databaseOutdatedDetail':
      'Nach dem Neuladen geht es hier weiter. Bis dahin ändert diese Seite nichts.',
    'databaseNewer': 'Die Daten stammen aus einer neueren Version dieser App.',
    'databaseNewerDetail':
      'Es hilft, die Seite neu zu laden oder die App zu aktualisieren. Nichts wurde gelesen oder geändert.',
    'databaseFailed': 'Die Daten ließen sich nicht öffnen.',

    'conversations': 'Unterhaltungen',
    'conversationCount': conversations,
    'search': 'Suchen',
    'searchConversations': 'Unterhaltungen und Projekte durchsuchen',
    'clearSearch': 'Suche leeren',
    'matchCount': nouns('Treffer', 'Treffer'),
    'noMatch': (query) => `Kein Treffer für „${query}“.`,
    'newChat': 'Neuer Chat',
    'newProject': 'Neues Projekt',
    'untitled': 'Ohne Titel',
    'actionsFor': (title) => `Aktionen für ${title}`,
    'newNameFor': (title) => `Neuer Name für ${title}`,
    'rename': 'Umbenennen',
    'exportJson': 'Als JSON exportieren',
    'exportMarkdown': 'Als Markdown exportieren',
    'loadingConversations': 'Unterhaltungen werden geladen',
    'noConversations': 'Noch keine Unterhaltungen.',
    'conversationsFailed': 'Die Unterhaltungen ließen sich nicht lesen.',
    'deleteConversationTitle': (title) => `„${title}“ löschen?`,
    'deleteConversationWords':
      'Alle Nachrichten darin gehen mit verloren. Das lässt sich nicht rückgängig machen.',
    'deleteProjectTitle': (title) => `Das Projekt „${title}“ löschen?`,
    'deleteProjectWords': (inner, inside) =>
      inner === 0 && inside === 0
        ? 'Es ist leer. Das lässt sich nicht rückgängig machen.'
        : [
            `Es enthält ${contents(inner, inside)}.`,
            ...(inner > 0 ? ['Die Projekte darin werden mit gelöscht.'] : []),
            'Das lässt sich nicht rückgängig machen.',
          ].join(' '),
    'duplicate': 'Duplizieren',
    'copyOf': (title) => `Kopie von ${title}`,
    'move': 'Verschieben',
    'moveTo': 'Verschieben nach…',
    'moveTitle': (title) => `„${title}“ verschieben`,
    'moveWhere': 'Wohin',
    'topLevel': 'Oberste Ebene',
    'findProject': 'Projekt suchen',
    'sort': 'Sortieren',
    'order_updated': 'Zuletzt geänderte zuerst',
    'order_created': 'Neueste zuerst',
    'order_name': 'Nach Name',
    'pin': 'Anheften',
    'unpin': 'Loslösen',
    'pinned': 'Angeheftet',
    'archive': 'Archivieren',
    'unarchive': 'Aus dem Archiv nehmen',
    'restoreItem': 'Wiederherstellen',
    'deleteForever': 'Endgültig löschen',
    'trash': 'Papierkorb',
    'archived': 'Archiv',
    'backToConversations': 'Zurück zu den Unterhaltungen',
    'emptyTrash': 'Papierkorb leeren',
    'searchIn': 'Suchen in',
    'inTitles': 'Titel',
    'inMessages': 'Nachrichten',
    'searchMessages': 'In Nachrichten suchen',
    'searchInMessages': 'In Nachrichten suchen',
    'noTitleMatch': (query) => `Kein Titel enthält „${query}“.`,
    'searching': 'Suche läuft',
    'foundMessages': 'Gefundene Nachrichten',
    'moreResults': 'Weitere Treffer',
    'noHit': (query) => `Keine Nachricht enthält „${query}“.`,
    'noHitYet': (query) => `„${query}“ kommt in dem, was bisher gelesen wurde, nicht vor.`,
    'searchFailed': 'Die Suche funktioniert im Moment nicht.',
    'preparingSearch': (percent) => `Die Suche wird vorbereitet, ${percent}`,
    'searchFilters': 'Welche Nachrichten',
    'filtersAreSet': 'Nur ein Teil der Nachrichten wurde durchsucht.',
    'clearFilters': 'Alle Nachrichten durchsuchen',
    'filterProject': 'Projekt',
    'allProjects': 'Alle Projekte',
    'filterTime': 'Zeit',
    'time_any': 'Jederzeit',
    'time_week': 'Letzte Woche',
    'time_month': 'Letzter Monat',
    'time_year': 'Letztes Jahr',
    'filterRole': 'Von wem',
    'role_anyone': 'Alle',
    'role_user': 'Du',
    'role_assistant': 'Assistent',
    'deleteItemsTitle': (number) => `${items(number)} endgültig löschen?`,
    'select': 'Auswählen',
    'selectedCount': (value) => `${number(value)} ausgewählt`,
    'selectedItems': 'Ausgewählte Elemente',
    'clearSelection': 'Auswahl aufheben',
    'itemCount': items,
    'actionsForItems': (number) => `Aktionen für ${items(number)}`,
    'moreActions': 'Weitere Aktionen',
    'moveItemsTitle': (number) => `${items(number)} verschieben`,
    'deleteItemsWords': (inner, inside) =>
      `Gelöscht werden ${contents(inner, inside)}, mit allen Nachrichten. Das lässt sich nicht rückgängig machen.`,
    'itemsMoved': (number) => `${items(number)} verschoben.`,
    'itemsMovedToTrash': (number) => `${items(number)} in den Papierkorb verschoben.`,
    'itemsMovedToArchive': (number) => `${items(number)} ins Archiv verschoben.`,
    'emptyTrashWords':
      'Alles im Papierkorb geht verloren, samt den Nachrichten. Das lässt sich nicht rückgängig machen.',
    'trashWords': 'Bleibt 30 Tage und wird dann endgültig gelöscht.',
    'trashEmpty': 'Der Papierkorb ist leer.',
    'archiveEmpty': 'Nichts ist archiviert.',
    'movedToTrash': (title) => `„${title}“ ist im Papierkorb.`,
    'movedToArchive': (title) => `„${title}“ ist im Archiv.`,

    'category_settings': 'Einstellungen',
    'category_apiKeys': 'API-Schlüssel',
    'category_providerConfigs': 'Anbieter',
    'category_projects': 'Projekte',
    'category_conversations': 'Unterhaltungen',
    'category_rulesAndTags': 'Regeln und Tags',
    'category_mods': 'Mods',
    'category_syncRepos': 'Sync-Repositorys',
    'category_mcpServers': 'MCP-Server',
    'category_promptTemplates': 'Prompt-Vorlagen',
    'category_agents': 'Agenten und Aufgaben',

    'count_settings': nouns('Einstellung', 'Einstellungen'),
    'count_appState': nouns('anderer Wert', 'andere Werte'),
    'count_apiKeys': nouns('API-Schlüssel', 'API-Schlüssel'),
    'count_providerConfigs': nouns('Anbieter', 'Anbieter'),
    'count_projects': projects,
    'count_conversations': conversations,
    'count_interactions': nouns('Nachricht', 'Nachrichten'),
    'count_rules': nouns('Regel', 'Regeln'),
    'count_tags': nouns('Tag', 'Tags'),
    'count_tagRuleLinks': nouns('Verknüpfung', 'Verknüpfungen'),
    'count_mods': nouns('Mod', 'Mods'),
    'count_syncRepos': nouns('Sync-Repository', 'Sync-Repositorys'),
    'count_mcpServers': nouns('MCP-Server', 'MCP-Server'),
    'count_promptTemplates': nouns('Prompt-Vorlage', 'Prompt-Vorlagen'),
    'count_agents': nouns('Agent oder Aufgabe', 'Agenten und Aufgaben'),

    'dangerZone': 'Gefahrenzone',
    'clearAll': 'Alle lokalen Daten löschen',
    'clearSome': (what) => `${what} löschen`,
    'clearWords':
      'Löscht, was diese App in diesem Browser aufbewahrt: alles, oder was ausgewählt ist.',
    'clearChoice': 'Was gelöscht wird',
    'clearElsewhere': 'Gespeicherte Dateien und andere Geräte bleiben unberührt.',
    'clearStays_apiKeys': 'API-Schlüssel bleiben.',
    'clearStays_providerConfigs': 'Anbieter bleiben, verlieren aber ihre Schlüssel.',
    'clearStays_projects': 'Projekte bleiben.',
    'clearStays_conversations': 'Unterhaltungen bleiben, außerhalb von Projekten.',
    'clearStays_rulesAndTags': 'Projekte bleiben, verlieren aber ihre Standardregeln und -Tags.',
    'clearStays_syncRepos': 'Unterhaltungen bleiben, werden aber nicht mehr synchronisiert.',
    'clearGoes_conversations': 'Nachrichten werden mit ihren Unterhaltungen gelöscht.',
    'clearGoes_settings': 'Die App beginnt wieder mit ihren eigenen Einstellungen.',
    'clearKeepCopy': (size) =>
      `Eine Stunde lang eine Kopie behalten, um es rückgängig zu machen${size === undefined ? '' : ` (etwa ${size})`}`,
    'clearKeepCopyWords': 'Bis dahin ist das Gelöschte noch in diesem Browser.',
    'clearNoCopyWords': 'Sofort gelöscht. Es lässt sich nicht rückgängig machen.',
    'clearWithoutCopy': 'Sofort löschen, ohne Kopie',
    'clearBackUp': 'Zuerst sichern',
    'clearBackUpWords': 'Eine Sicherung von hier enthält keine Schlüssel, Passwörter oder Tokens.',
    'clearBackedUp': 'Als eine Datei gespeichert, ohne Geheimnisse.',
    'clearQuestion': 'Alle lokalen Daten löschen?',
    'clearSomeQuestion': (what) => `${what} löschen?`,
    'clearConsequence': 'Das wird aus diesem Browser gelöscht:',
    'nothingToClear': 'Es ist nichts gespeichert.',
    'clearForGood': 'Es bleibt keine Kopie. Ohne Sicherung lässt sich nichts davon zurückholen.',
    'clearUndoable': 'Eine Kopie bleibt eine Stunde lang, um es rückgängig zu machen.',
    'continue': 'Weiter',
    'clearQuestionAgain': 'Ganz sicher?',
    'clearTypeWord': (word) => `Zum Bestätigen ${word} eingeben.`,
    'clearWord': 'LÖSCHEN',
    'clearFinally': 'Alles löschen',
    'clearSomeFinally': 'Löschen',
    'clearing': 'Wird gelöscht…',
    'clearBlocked':
      'Ein anderer Tab benutzt die Daten noch. Weiter geht es, wenn die anderen Tabs dieser App geschlossen sind.',
    'cleared': 'Alle lokalen Daten wurden gelöscht.',
    'clearedSome': 'Gelöscht.',

    'backUp': 'Sichern',
    'backUpWords':
      'Speichert die Daten als eine Datei, die diese App auf jedem Gerät wiederherstellen kann.',
    'categoriesChosen': (chosen, all) =>
      `${number(chosen)} von ${count(all, { one: 'Kategorie', other: 'Kategorien' })}`,
    'selectAll': 'Alle auswählen',
    'selectNone': 'Keine auswählen',
    'whatToBackUp': 'Was gesichert wird',
    'secret': 'Geheim',
    'includeSecrets': 'Mit Geheimnissen (API-Schlüssel, Passwörter, Tokens)',
    'withoutSecrets':
      'Wählt auch die API-Schlüssel aus. Sonst enthält die Datei keine Schlüssel, Passwörter oder Tokens.',
    'withSecrets':
      'Wer die Datei hat, kann deine Konten benutzen. Bewahre sie dort auf, wo nur du sie lesen kannst, und verschicke sie nicht.',
    'backUpCategories': (value) => (value === 0 ? 'Sichern' : `${categories(value)} sichern`),
    'backingUp': 'Die Daten werden gesammelt…',
    'backedUp': (value, withSecrets, isEncrypted) =>
      `${categories(value)} als ${isEncrypted ? 'verschlüsselte' : 'eine'} Datei gespeichert, ${withSecrets ? 'mit' : 'ohne'} Geheimnisse${withSecrets ? 'n' : ''}.`,
    'backupCancelled': 'Abgebrochen. Keine Datei wurde gespeichert.',
    'encrypt': 'Mit einer Passphrase verschlüsseln',
    'encryptWords': 'Nur wer die Passphrase kennt, kann die Datei öffnen.',
    'passphrase': 'Passphrase',
    'repeatPassphrase': 'Passphrase wiederholen',
    'showPassphrase': 'Passphrase anzeigen',
    'passphraseLost':
      'Wir können sie nicht wiederherstellen. Bewahre sie sicher auf: Ohne sie kann niemand die Datei öffnen.',
    'passphraseMissing': 'Gib eine Passphrase ein, oder speichere ohne Verschlüsselung.',
    'passphrasesDiffer': 'Die beiden stimmen nicht überein.',
    'strength_weak': 'Schwach',
    'strength_fair': 'Mittel',
    'strength_strong': 'Stark',
    'strengthHint': 'Vier oder mehr zufällige Wörter sind stark.',
    'secretsQuestion': 'Geheimnisse in einer Datei speichern, die jeder lesen kann?',
    'secretsReadable':
      'Die Datei ist nicht verschlüsselt. Wer sie öffnet, kann die Schlüssel, Passwörter und Tokens von Folgendem lesen:',
    'encryptInstead': 'Lieber verschlüsseln',
    'exportUnencrypted': 'Unverschlüsselt exportieren',

    'storage': 'Speicher',
    'storageWords': 'Was diese App in diesem Browser aufbewahrt.',
    'measuring': 'Wird gemessen…',
    'nothingStored': 'Noch ist nichts gespeichert.',
    'about': (size) => `etwa ${size}`,
    'usedOfQuota': (used, quota) => `Diese Website belegt ${used} von ${quota}.`,
    'storageNearlyFull':
      'Der Platz für diese Website ist fast aufgebraucht. Es hilft, erst zu sichern und dann zu löschen, was nicht mehr gebraucht wird.',
    'protected': 'Vor automatischem Löschen geschützt',
    'protectedDetail':
      'Der Browser behält die Daten auch dann, wenn der Datenträger fast voll ist.',
    'notProtected': 'Nicht vor automatischem Löschen geschützt',
    'notProtectedDetail': 'Der Browser darf die Daten löschen, wenn der Datenträger fast voll ist.',
    'protect': 'Schützen',
    'asking': 'Der Browser wird gefragt…',
    'protectionRefused':
      'Der Browser hat nicht zugestimmt. Oft tut er es später, bei Websites mit Lesezeichen, installierten oder oft besuchten.',
    'lastBackup': (when) => `Letzte Sicherung ${when}`,
    'lastBackupJustNow': 'Letzte Sicherung gerade eben',
    'lastBackupDetail': (date, value) => `${date} · ${categories(value)}`,
    'oldBackupDetail': 'Was danach kam, ist nur in diesem Browser.',
    'noBackup': 'Noch keine Sicherung',
    'noBackupDetail': 'Die Daten sind nur in diesem Browser.',

    'recordsPerSecond': (value) => `${number(value)} Einträge/s`,
    'timeLeft': (time) => `noch ${time}`,

    'restore': 'Wiederherstellen',
    'restoreWords':
      'Nimmt Sicherungen und Dateien mit Unterhaltungen oder einem Projekt. Was sie täten, ist zu sehen, bevor sich etwas ändert.',
    'dropFile': 'Dateien hier ablegen, oder',
    'chooseFile': 'Dateien auswählen',
    'chooseAnother': 'Andere auswählen',
    'phase_waiting': 'Ein anderer Tab ist noch beschäftigt…',
    'phase_decrypting': 'Wird entschlüsselt…',
    'phase_checking': 'Die Datei wird geprüft…',
    'phase_comparing': 'Wird mit dem verglichen, was hier ist…',
    'phase_reading': 'Die Daten werden gelesen…',
    'phase_writing': 'Wird geschrieben…',
    'file_backup': 'Sicherung',
    'file_backupOf': (date) => `Sicherung vom ${date}`,
    'file_conversation': 'Eine Unterhaltung',
    'file_conversations': 'Unterhaltungen',
    'file_project': 'Ein Projekt mit seinen Unterhaltungen',
    'file_writtenBy': (app) => `geschrieben von ${app}`,
    'file_encrypted': 'verschlüsselt',
    'lockedFile':
      'Die Datei ist verschlüsselt. Sie öffnet sich mit der Passphrase, mit der sie gespeichert wurde.',
    'lockedFiles': (value) =>
      form(value, {
        one: 'Eine Datei ist verschlüsselt. Sie öffnet sich mit der Passphrase, mit der sie gespeichert wurde.',
        other: `${number(value)} Dateien sind verschlüsselt. Gib die Passphrase der einen ein, dann die der nächsten.`,
      }),
    'passphraseNeeded': 'Gib die Passphrase der Datei ein.',
    'passphraseWrong': 'Diese Passphrase öffnet die Datei nicht.',
    'openFile': 'Öffnen',
    'whatToRestore': 'Was wiederhergestellt wird',
    'collection_settings': 'Einstellungen',
    'collection_appState': 'Andere Werte',
    'collection_conversations': 'Unterhaltungen',
    'collection_interactions': 'Nachrichten',
    'collection_rules': 'Regeln',
    'collection_tags': 'Tags',
    'collection_tagRuleLinks': 'Verknüpfungen',
    'column_new': 'Neu',
    'column_identical': 'Gleich',
    'column_different': 'Anders',
    'column_kept': 'Behalten',
    'column_invalid': 'Ungültig',
    'column_removed': 'Entfernt',
    'outcome_new': (value) => `${number(value)} neu`,
    'outcome_identical': (value) => `${number(value)} gleich`,
    'outcome_different': (value) => `${number(value)} anders`,
    'outcome_kept': (value) => `${number(value)} wie hier behalten`,
    'outcome_invalid': (value) => `${number(value)} ungültig`,
    'outcome_removed': (value) => `${number(value)} von hier entfernt`,
    'inTheFile': (value) => `${number(value)} in der Datei`,
    'secretCount': nouns('Geheimnis', 'Geheimnisse'),
    'installsCode': 'Führt Code aus',
    'secretsStay':
      'Geheimnisse wurden in dieser Datei ausgelassen. Die Geheimnisse, die hier sind, bleiben.',
    'keysSentElsewhere':
      'Diese Datei würde API-Schlüssel von hier an Adressen schicken, an die sie jetzt nicht gehen. Nur fortfahren, wenn sie bekannt sind:',
    'keySentTo': 'an',
    'whatBecomesOfData': 'Was mit den Daten hier geschieht',
    'policy_replace': 'Ersetzen',
    'policy_replaceWords':
      'Die ausgewählten Kategorien werden, was die Datei enthält. Was es nur hier gibt, fällt weg.',
    'policy_merge-newest': 'Zusammenführen, das Neuere gilt',
    'policy_merge-newestWords':
      'Nichts wird gelöscht. Wo beide einen Eintrag haben, bleibt der zuletzt geänderte.',
    'policy_keep-mine': 'Zusammenführen, das Eigene gilt',
    'policy_keep-mineWords':
      'Nichts wird gelöscht. Wo beide einen Eintrag haben, bleibt der von hier.',
    'policy_copies': 'Als Kopien hinzufügen',
    'policy_copiesWords': 'Jeder Eintrag wird als neuer neben dem hinzugefügt, was hier ist.',
    'onlyHereGo': (what) => `Gibt es nur hier, und fällt weg: ${what}.`,
    'andMoreKinds': (value) =>
      `und ${count(value, { one: 'weitere Art', other: 'weitere Arten' })}`,
    'invalidCount': (value) =>
      form(value, {
        one: '1 Eintrag lässt sich nicht wiederherstellen',
        other: `${number(value)} Einträge lassen sich nicht wiederherstellen`,
      }),
    'skipInvalid': (value) =>
      form(value, {
        one: 'Den Eintrag überspringen, der sich nicht wiederherstellen lässt',
        other: `Die ${number(value)} Einträge überspringen, die sich nicht wiederherstellen lassen`,
      }),
    'do_add': (what) => `${what} hinzufügen`,
    'do_replace': (what) => `${what} ersetzen`,
    'do_merge': (what) => `${what} zusammenführen`,
    'do_update': (what) => `${what} aktualisieren`,
    'do_remove': (what) => `${what} entfernen`,
    'do_restore': (what) => `${what} wiederherstellen`,
    // After “von” some nouns would change.
    'do_copies': (what) => `${what} als Kopien hinzufügen`,
    'categoryCount': categories,
    'chooseCategory': 'Wähle mindestens eine Kategorie aus.',
    'allHereAlready': 'Alles in dieser Datei ist schon hier.',
    'nothingToAdd': 'Die Auswahl würde hier nichts ändern.',
    'skipFirst': 'Um das Übrige wiederherzustellen, überspringe, was nicht geht.',
    'undoWillBePossible': 'Danach lässt es sich rückgängig machen.',
    'undoEnds': (when) => `Was am ${when} geschah, lässt sich dann nicht mehr rückgängig machen.`,
    'redoEnds': (when) =>
      `Was am ${when} rückgängig gemacht wurde, lässt sich dann nicht mehr wiederholen.`,
    'addAsNewWords': 'Als Neues hinzugefügt, neben dem, was hier ist. Nichts wird ersetzt.',
    'nothingInFile': 'Es ist nichts darin.',
    'restoreCancelled': 'Abgebrochen. Es wurde nichts geändert.',
    'restoreWithoutUndo': 'Ohne Rückgängig wiederherstellen',
    'leftOut': (names) => `Ausgelassen, weil nicht ausgewählt: ${names}.`,
    'restored': 'Wiederhergestellt.',
    'added': 'Hinzugefügt.',
    'imported': 'Importiert.',
    'foreseen': (what) => `Gelesen und verglichen: ${what}.`,
    'foreseenNew': (what) => `Gelesen. Das käme hinzu: ${what}.`,
    'outcomeWords': (added, changed, removed, unchanged) =>
      list(
        [
          [added, 'hinzugefügt'] as const,
          [changed, 'geändert'] as const,
          [removed, 'entfernt'] as const,
          [unchanged, 'unverändert'] as const,
        ]
          .filter(([value]) => value > 0)
          .map(([value, word]) => `${number(value)} ${word}`),
      ),
    'skippedCount': (value) => `${records(value)} übersprungen`,
    'downloadSkipped': 'Übersprungenes speichern',
    'andMore': (value) => `und ${number(value)} mehr`,
    'repairs_reference-cleared': (value) =>
      form(value, {
        one: '1 Verweis führt ins Leere und wird geleert',
        other: `${number(value)} Verweise führen ins Leere und werden geleert`,
      }),
    'repairs_record-dropped': (value) =>
      form(value, {
        one: '1 Eintrag bezieht sich auf nichts und wird ausgelassen oder entfernt',
        other: `${number(value)} Einträge beziehen sich auf nichts und werden ausgelassen oder entfernt`,
      }),
    'repairs_name-changed': (value) =>
      form(value, {
        one: '1 Name ist vergeben und bekommt eine Nummer',
        other: `${number(value)} Namen sind vergeben und bekommen eine Nummer`,
      }),
    'repairs_id-changed': (value) =>
      form(value, {
        one: '1 Kennung ist vergeben und wird eine andere',
        other: `${number(value)} Kennungen sind vergeben und werden andere`,
      }),
    'repairs_cycle-broken': (value) =>
      form(value, {
        one: '1 Eintrag liegt in sich selbst und kommt nach ganz oben',
        other: `${number(value)} Einträge liegen in sich selbst und kommen nach ganz oben`,
      }),
    'repairs_conversation-recovered': (value) =>
      form(value, {
        one: '1 Unterhaltung entsteht für Nachrichten, die keine haben',
        other: `${number(value)} Unterhaltungen entstehen für Nachrichten, die keine haben`,
      }),
    'repairs_date-filled': (value) =>
      form(value, {
        one: '1 Datum fehlt und wird ergänzt',
        other: `${number(value)} Daten fehlen und werden ergänzt`,
      }),
    'repairs_destination-kept': (value) =>
      form(value, {
        one: '1 Adresse hier bleibt, weil ihr Geheimnis in der Datei ausgelassen wurde',
        other: `${number(value)} Adressen hier bleiben, weil ihre Geheimnisse in der Datei ausgelassen wurden`,
      }),

    'severalWords':
      'Sicherungen kommen zuerst, die älteste vor den anderen. Unterhaltungen und Projekte werden als neue hinzugefügt.',
    'severalModsLeftOut':
      'Mods werden ausgelassen, weil sie Code ausführen. Öffne ihre Datei allein, um sie zu übernehmen.',
    'severalUndo':
      'Ein Rückgängig nimmt alles zurück, was die Sicherungen ändern. Was als Neues hinzukommt, bleibt.',
    'importFiles': (value) => `${count(value, { one: 'Datei', other: 'Dateien' })} importieren`,
    'filesRead': (known, all) =>
      `Gelesen. ${number(known)} von ${count(all, { one: 'Datei', other: 'Dateien' })} ${form(known, { one: 'lässt', other: 'lassen' })} sich importieren.`,
    'fileOf': (position, all) => `Datei ${number(position)} von ${number(all)}`,
    'fileRestored': (what) => `Wiederhergestellt: ${what}.`,
    'fileAdded': (what) => `Hinzugefügt: ${what}.`,
    'fileNotBegun': 'Ausgelassen. Nichts daraus wurde übernommen.',
    'filesDone': (done, all) =>
      `${number(done)} von ${count(all, { one: 'Datei', other: 'Dateien' })} importiert.`,
    'removeFromList': (name) => `${name} auslassen`,

    'undo': 'Rückgängig',
    'redo': 'Wiederholen',
    'undoRestore': 'Wiederherstellung rückgängig machen',
    'deleteAgain': (value) => `Wieder löschen (${records(value)})`,
    'deleteAgainQuestion': (value) => `${records(value)} wieder löschen?`,
    'deleteAgainWords':
      'Was zurückgeholt wurde, wird wieder gelöscht. Es lässt sich wie zuvor rückgängig machen.',
    'undoing': 'Wird rückgängig gemacht…',
    'undone': 'Rückgängig gemacht.',
    'redone_restore': 'Wieder wiederhergestellt.',
    'redone_clear': 'Wieder gelöscht.',
    'discarded': 'Die Kopie ist weg. Was hier ist, bleibt.',
    'did_restore': (when) => `Wiederhergestellt am ${when}.`,
    'did_clear': (when) => `Gelöscht am ${when}.`,
    'undid_restore': (when) => `Rückgängig gemacht am ${when}.`,
    'undid_clear': (when) => `Zurückgeholt am ${when}.`,
    'undoOfEarlier': (when) =>
      `Die Wiederherstellung vom ${when} lässt sich noch rückgängig machen. Was jetzt hinzukam, gehört nicht dazu.`,
    'redoOfEarlier': (when) =>
      `Die Wiederherstellung, die am ${when} rückgängig gemacht wurde, lässt sich noch wiederholen. Was jetzt hinzukam, gehört nicht dazu.`,
    'undoDetail': (value, size) =>
      `${records(value)} ${form(value, { one: 'lässt', other: 'lassen' })} sich zurück ändern; die Kopie belegt ${size}.`,
    'undoDetailUntil': (value, size, time) =>
      `${records(value)} ${form(value, { one: 'lässt', other: 'lassen' })} sich bis ${time} zurückholen; die Kopie belegt ${size}.`,
    'redoDetail': (value, size) =>
      `${records(value)} ${form(value, { one: 'lässt', other: 'lassen' })} sich wieder ändern; die Kopie belegt ${size}.`,
    'redoDetailUntil': (value, size, time) =>
      `${records(value)} ${form(value, { one: 'lässt', other: 'lassen' })} sich bis ${time} wieder löschen; die Kopie belegt ${size}.`,
    'keepThis': (size) => `So lassen, ${size} freigeben`,
    'eraseCopy': (size) => `Kopie löschen, ${size} freigeben`,

    'individualCategories': 'Einzelne Kategorien',
    'individualWords':
      'Ein Teil der Daten als eigene Datei. Ein Import fügt zu dem hinzu, was hier ist: Nichts wird gelöscht, und von zwei Einträgen bleibt der neuere.',
    'export': 'Exportieren',
    'import': 'Importieren',
    'exportCategory': (name) => `${name} exportieren`,
    'importCategory': (name) => `${name} importieren`,
    'exportSecretsWords':
      'Sonst enthalten Exporte keine Passwörter oder Tokens. Eine Datei mit API-Schlüsseln enthält die Schlüssel immer.',
    'exportSecretsEncrypt':
      'Um sie zu verschlüsseln, sichere sie stattdessen mit einer Passphrase.',
    'exported': 'Als Datei gespeichert.',
    'importQuestion': (name) => `${name} aus dieser Datei importieren?`,
    'importCodeWords':
      'Mods sind Code. Sie laufen in dieser App und können alle ihre Daten lesen und ändern. Nur fortfahren, wenn du denen vertraust, die sie gemacht haben:',
    'importTheRest': 'Das Übrige importieren',
    'working': 'In Arbeit…',

    'messages': 'Nachrichten',
    'selectConversation': 'Wähle eine Unterhaltung aus, um sie hier zu lesen.',
    'loadingMessages': 'Nachrichten werden geladen',
    'noMessages': 'Noch keine Nachrichten.',
    'messagesFailed': 'Die Nachrichten ließen sich nicht lesen.',
    'asker': 'Du',
    'answerer': 'Antwort',
    'answererModel': (model) => `Antwort von ${model}`,
    'attachedFiles': 'Angehängte Dateien',
    'unnamedFile': 'Datei ohne Namen',
    'reasoning': 'Überlegung',
    'toolCalls': nouns('Werkzeugaufruf', 'Werkzeugaufrufe'),
    'unnamedTool': 'Werkzeug ohne Namen',
    'tokensOfAnswer': (input, output) =>
      list([
        ...(input === '' ? [] : [`${input} Tokens gesendet`]),
        ...(output === '' ? [] : [`${output} empfangen`]),
      ]),
    'copyAnswer': 'Antwort kopieren',
    'copied': 'Kopiert',
    'copyFailed': 'Der Browser ließ diese Seite nicht kopieren.',
    'goodAnswer': 'Gute Antwort',
    'poorAnswer': 'Schlechte Antwort',
    'answers': 'Antworten auf diese Frage',
    'previousAnswer': 'Vorige Antwort',
    'nextAnswer': 'Nächste Antwort',
    'answerOf': (position, all) => `Antwort ${number(position)} von ${number(all)}`,
    'answerPending': 'Die Antwort steht aus',
    'answerStreaming': 'Die Antwort ist unterwegs',
    'answerPaused': 'Angehalten',
    'answerAwaiting': 'Wartet auf dich',
    'answerCancelled': 'Vor dem Ende angehalten',
    'answerFailed': 'Diese Antwort ist fehlgeschlagen.',
    'answerUnfinished': 'Diese Antwort wurde nie fertig.',
    'answerEmpty': 'Keine Antwort',
    'answerComplete': 'Die Antwort ist vollständig.',
    'answerUnsaved': (reason) => `Diese Antwort ist noch nicht gespeichert. ${reason}`,
    'jumpToLatest': 'Zum Neuesten springen',
  };
}

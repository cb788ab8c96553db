import type { Counting } from '../counting.js';
import type { Translation } from '../translation.js';

/** Every text in Spanish, with the means to write numbers. */
export function spanish({ number, form, count, and, list }: Counting): Translation {
  const nouns =
    (one: string, other: string) =>
    (value: number): string =>
      count(value, { one, other });
  const conversations = nouns('conversación', 'conversaciones');
  const projects = nouns('proyecto', 'proyectos');
  const records = nouns('registro', 'registros');
  const categories = nouns('categoría', 'categorías');
  const files = nouns('archivo', 'archivos');
  const items = nouns('elemento', 'elementos');
  const contents = (inner: number, inside: number): string =>
    and([...(inner > 0 ? [projects(inner)] : []), ...(inside > 0 ? [conversations(inside)] : [])]);

  return {
    '$code': 'es',
    '$name': 'Español',
    '$dir': 'ltr',

    'cancel': 'Cancelar',
    'close': 'Cerrar',
    'delete': 'Eliminar',
    'dismiss': 'Ocultar',
    'loading': 'Cargando…',
    'reload': 'Recargar',
    'tryAgain': 'Reintentar',
    'unexpectedFailure': 'Algo ha fallado que no debería fallar.',

    'error_backup-malformed': 'El archivo está dañado.',
    'error_backup-not-recognised': 'Este archivo no se puede usar aquí.',
    'error_backup-truncated': 'El archivo está incompleto. Guárdalo o cópialo de nuevo.',
    'error_backup-version-unsupported':
      'El archivo viene de una versión de la aplicación que aquí no se conoce.',
    'error_cycle': 'Un proyecto no puede estar dentro de sí mismo.',
    'error_database-blocked':
      'Otra pestaña retiene los datos. Cierra las demás pestañas de esta aplicación.',
    'error_database-closed': 'La página ya no tiene acceso a los datos. Recárgala.',
    'error_database-connection-lost': 'El navegador ha cerrado los datos. Recarga la página.',
    'error_database-failed': 'El navegador no ha podido leer o escribir los datos.',
    'error_database-newer':
      'Tus datos vienen de una versión más reciente de esta aplicación. Recarga la página o actualiza la aplicación.',
    'error_database-outdated': 'Otra pestaña ha actualizado tus datos. Recarga la página.',
    'error_database-unavailable': 'El navegador no deja que esta página guarde datos.',
    'error_duplicate-id': 'Dos registros tienen el mismo identificador.',
    'error_file-unreadable':
      'No se puede leer el archivo. Quizá se ha movido, eliminado o cambiado.',
    'error_file-unwritable': 'No se ha podido guardar el archivo.',
    'error_module-unavailable':
      'Una parte de esta página no se ha cargado. Comprueba la conexión e inténtalo de nuevo, o recarga la página.',
    'error_name-taken': 'Ese nombre ya existe.',
    'error_not-found': 'Ya no está aquí.',
    'error_not-supported': 'Eso no funciona aquí.',
    'error_passphrase-required': 'El archivo está cifrado. Se abre con su frase de contraseña.',
    'error_passphrase-wrong': 'Esta frase de contraseña no abre el archivo.',
    'error_quota-exceeded': 'No queda espacio para este sitio. Elimina lo que ya no necesites.',
    'error_record-invalid': 'Parte del contenido no se puede guardar.',
    'errorChanged': 'Puede que parte de los datos haya cambiado.',
    'errorUnchanged': 'No se ha cambiado nada.',
    'errorAt': (path) => `Se trata de ${path}.`,

    'notPersistent': 'Aquí no se conserva nada.',
    'notPersistentDetail': 'Lo que escribas se perderá al cerrar esta página.',
    'emptied': 'Tus conversaciones ya no están en este navegador.',
    'emptiedDetail': (lastSeen) =>
      `Estaban aquí el ${lastSeen}. El navegador las ha eliminado, o alguien ha vaciado su almacenamiento.`,
    'emptiedRestore': (lastBackup) =>
      `Para recuperarlas, restaura tu copia de seguridad del ${lastBackup}.`,
    'emptiedNoBackup': 'Si tienes una copia de seguridad, restáurala para recuperarlas.',
    'emptiedBackup':
      'Una copia hecha ahora no contiene lo que ha desaparecido. Conserva las anteriores.',
    'databaseBlocked': 'Esperando a otra pestaña.',
    'databaseBlockedDetail':
      'Retiene una versión anterior de tus datos. Cierra las demás pestañas de esta aplicación para seguir.',
    'databaseOutdated': 'Otra pestaña ha actualizado tus datos.',
    'databaseOutdatedDetail':
      'Recarga para seguir aquí. Hasta entonces, esta página no cambia nada.',
    'databaseNewer': 'Tus datos vienen de una versión más reciente de esta aplicación.',
    'databaseNewerDetail': 'Recarga o actualiza la aplicación. No se ha leído ni cambiado nada.',
    'databaseFailed': 'No se han podido abrir tus datos.',

    'conversations': 'Conversaciones',
    'conversationCount': conversations,
    'search': 'Buscar',
    'searchConversations': 'Buscar conversaciones y proyectos',
    'clearSearch': 'Borrar la búsqueda',
    'matchCount': nouns('resultado', 'resultados'),
    'noMatch': (query) => `Ningún resultado para «${query}».`,
    'newChat': 'Nuevo chat',
    'newProject': 'Nuevo proyecto',
    'untitled': 'Sin título',
    'actionsFor': (title) => `Acciones para ${title}`,
    'newNameFor': (title) => `Nuevo nombre para ${title}`,
    'rename': 'Cambiar nombre',
    'exportJson': 'Exportar como JSON',
    'exportMarkdown': 'Exportar como Markdown',
    'loadingConversations': 'Cargando conversaciones',
    'noConversations': 'Todavía no hay conversaciones.',
    'conversationsFailed': 'No se han podido leer tus conversaciones.',
    'deleteConversationTitle': (title) => `¿Eliminar «${title}»?`,
    'deleteConversationWords':
      'Todos sus mensajes se van con ella. Esta acción no se puede deshacer.',
    'deleteProjectTitle': (title) => `¿Eliminar el proyecto «${title}»?`,
    'deleteProjectWords': (inner, inside) =>
      inner === 0 && inside === 0
        ? 'Está vacío. Esta acción no se puede deshacer.'
        : [
            `Contiene ${contents(inner, inside)}.`,
            ...(inner > 0 ? ['Los proyectos que contiene se eliminan con él.'] : []),
            'Esta acción no se puede deshacer.',
          ].join(' '),
    'duplicate': 'Duplicar',
    'copyOf': (title) => `Copia de ${title}`,
    'move': 'Mover',
    'moveTo': 'Mover a…',
    'moveTitle': (title) => `Mover «${title}»`,
    'moveWhere': 'Adónde',
    'topLevel': 'Primer nivel',
    'findProject': 'Buscar un proyecto',
    'sort': 'Ordenar',
    'order_updated': 'Últimos cambios primero',
    'order_created': 'Más recientes primero',
    'order_name': 'Por nombre',
    'pin': 'Fijar',
    'unpin': 'Dejar de fijar',
    'pinned': 'Fijadas',
    'archive': 'Archivar',
    'unarchive': 'Sacar del archivo',
    'restoreItem': 'Restaurar',
    'deleteForever': 'Eliminar definitivamente',
    'trash': 'Papelera',
    'archived': 'Archivo',
    'backToConversations': 'Volver a las conversaciones',
    'emptyTrash': 'Vaciar la papelera',
    'searchIn': 'Buscar en',
    'inTitles': 'Títulos',
    'inMessages': 'Mensajes',
    'searchMessages': 'Buscar en los mensajes',
    'searchInMessages': 'Buscar en los mensajes',
    'noTitleMatch': (query) => `Ningún título contiene «${query}».`,
    'searching': 'Buscando',
    'foundMessages': 'Mensajes encontrados',
    'moreResults': 'Más resultados',
    'noHit': (query) => `Ningún mensaje contiene «${query}».`,
    'noHitYet': (query) => `«${query}» no aparece en lo leído hasta ahora.`,
    'searchFailed': 'La búsqueda no funciona en este momento.',
    'preparingSearch': (percent) => `Preparando la búsqueda, ${percent}`,
    'searchFilters': 'Qué mensajes',
    'filtersAreSet': 'Solo se ha buscado en una parte de los mensajes.',
    'clearFilters': 'Buscar en todos los mensajes',
    'filterProject': 'Proyecto',
    'allProjects': 'Todos los proyectos',
    'filterTime': 'Fecha',
    'time_any': 'Cualquier fecha',
    'time_week': 'Última semana',
    'time_month': 'Último mes',
    'time_year': 'Último año',
    'filterRole': 'De quién',
    'role_anyone': 'Cualquiera',
    'role_user': 'Tú',
    'role_assistant': 'Asistente',
    'deleteItemsTitle': (number) => `¿Eliminar definitivamente ${items(number)}?`,
    'select': 'Seleccionar',
    'selectedCount': (value) => count(value, { one: 'seleccionado', other: 'seleccionados' }),
    'selectedItems': 'Elementos seleccionados',
    'clearSelection': 'Quitar la selección',
    'itemCount': items,
    'actionsForItems': (number) => `Acciones para ${items(number)}`,
    'moreActions': 'Más acciones',
    'moveItemsTitle': (number) => `Mover ${items(number)}`,
    'deleteItemsWords': (inner, inside) =>
      `Se eliminan ${contents(inner, inside)}, con todos sus mensajes. Esta acción no se puede deshacer.`,
    'itemsMoved': (value) => `${items(value)} ${form(value, { one: 'movido', other: 'movidos' })}.`,
    'itemsMovedToTrash': (value) => `${items(value)} en la papelera.`,
    'itemsMovedToArchive': (value) => `${items(value)} en el archivo.`,
    'emptyTrashWords':
      'Todo lo que hay en la papelera se va, con sus mensajes. Esta acción no se puede deshacer.',
    'trashWords': 'Se conserva 30 días y luego se elimina definitivamente.',
    'trashEmpty': 'La papelera está vacía.',
    'archiveEmpty': 'No hay nada archivado.',
    'movedToTrash': (title) => `«${title}» está en la papelera.`,
    'movedToArchive': (title) => `«${title}» está en el archivo.`,

    'category_settings': 'Ajustes',
    'category_apiKeys': 'Claves de API',
    'category_providerConfigs': 'Proveedores',
    'category_projects': 'Proyectos',
    'category_conversations': 'Conversaciones',
    'category_rulesAndTags': 'Reglas y etiquetas',
    'category_mods': 'Mods',
    'category_syncRepos': 'Repositorios de sincronización',
    'category_mcpServers': 'Servidores MCP',
    'category_promptTemplates': 'Plantillas de prompt',
    'category_agents': 'Agentes y tareas',

    'count_settings': nouns('ajuste', 'ajustes'),
    'count_appState': nouns('otro valor', 'otros valores'),
    'count_apiKeys': nouns('clave de API', 'claves de API'),
    'count_providerConfigs': nouns('proveedor', 'proveedores'),
    'count_projects': projects,
    'count_conversations': conversations,
    'count_interactions': nouns('mensaje', 'mensajes'),
    'count_rules': nouns('regla', 'reglas'),
    'count_tags': nouns('etiqueta', 'etiquetas'),
    'count_tagRuleLinks': nouns('vínculo', 'vínculos'),
    'count_mods': nouns('mod', 'mods'),
    'count_syncRepos': nouns('repositorio de sincronización', 'repositorios de sincronización'),
    'count_mcpServers': nouns('servidor MCP', 'servidores MCP'),
    'count_promptTemplates': nouns('plantilla de prompt', 'plantillas de prompt'),
    'count_agents': nouns('agente o tarea', 'agentes y tareas'),

    'dangerZone': 'Zona de peligro',
    'clearAll': 'Borrar todos los datos locales',
    // A name would take an article after the verb, and a number none.
    'clearSome': (what) => `Borrar: ${what}`,
    'clearWords': 'Elimina lo que esta aplicación guarda en este navegador: todo, o lo que elijas.',
    'clearChoice': 'Qué se elimina',
    'clearElsewhere': 'Los archivos que guardaste y los demás dispositivos no se tocan.',
    'clearStays_apiKeys': 'Las claves de API se quedan.',
    'clearStays_providerConfigs': 'Los proveedores se quedan, pero pierden sus claves.',
    'clearStays_projects': 'Los proyectos se quedan.',
    'clearStays_conversations': 'Las conversaciones se quedan, fuera de todo proyecto.',
    'clearStays_rulesAndTags':
      'Los proyectos se quedan, pero pierden sus reglas y etiquetas predeterminadas.',
    'clearStays_syncRepos': 'Las conversaciones se quedan, pero dejan de sincronizarse.',
    'clearGoes_conversations': 'Los mensajes se van con sus conversaciones.',
    'clearGoes_settings': 'La aplicación vuelve a empezar con sus propios ajustes.',
    'clearKeepCopy': (size) =>
      `Guardar una copia durante una hora, para poder deshacerlo${size === undefined ? '' : ` (unos ${size})`}`,
    'clearKeepCopyWords': 'Hasta entonces, lo que elimines sigue en este navegador.',
    'clearNoCopyWords': 'Se borra en el acto. No se puede deshacer.',
    'clearWithoutCopy': 'Borrar en el acto, sin copia',
    'clearBackUp': 'Hacer antes una copia de seguridad',
    'clearBackUpWords':
      'Una copia de seguridad hecha aquí no contiene claves, contraseñas ni tokens.',
    'clearBackedUp': 'Guardado en un archivo, sin secretos.',
    'clearQuestion': '¿Borrar todos los datos locales?',
    'clearSomeQuestion': (what) => `¿Borrar esto: ${what}?`,
    'clearConsequence': 'Esto se elimina de este navegador:',
    'nothingToClear': 'No hay nada guardado.',
    'clearForGood':
      'No queda ninguna copia. Sin una copia de seguridad, nada de esto se puede recuperar.',
    'clearUndoable': 'Queda una copia durante una hora, para que puedas deshacerlo.',
    'continue': 'Continuar',
    'clearQuestionAgain': '¿Quieres hacerlo de verdad?',
    'clearTypeWord': (word) => `Escribe ${word} para confirmar.`,
    'clearWord': 'ELIMINAR',
    'clearFinally': 'Eliminar todo',
    'clearSomeFinally': 'Eliminar',
    'clearing': 'Eliminando…',
    'clearBlocked':
      'Esperando a otra pestaña que usa los datos. Cierra las demás pestañas de esta aplicación.',
    'cleared': 'Se han eliminado todos los datos locales.',
    'clearedSome': 'Eliminado.',

    'backUp': 'Copia de seguridad',
    'backUpWords':
      'Guarda tus datos en un archivo que esta aplicación puede restaurar en cualquier dispositivo.',
    'categoriesChosen': (chosen, all) => `${number(chosen)} de ${categories(all)}`,
    'selectAll': 'Seleccionar todo',
    'selectNone': 'No seleccionar nada',
    'whatToBackUp': 'Qué se incluye en la copia de seguridad',
    'secret': 'Secreto',
    'includeSecrets': 'Incluir secretos (claves de API, contraseñas, tokens)',
    'withoutSecrets':
      'Marca también las claves de API. Sin ello, el archivo no contiene claves, contraseñas ni tokens.',
    'withSecrets':
      'Quien tenga el archivo puede usar tus cuentas. Guárdalo donde solo tú puedas leerlo y no lo envíes.',
    'backUpCategories': (value) =>
      value === 0 ? 'Hacer copia de seguridad' : `Guardar ${categories(value)}`,
    'backingUp': 'Reuniendo tus datos…',
    'backedUp': (value, withSecrets, isEncrypted) =>
      `${categories(value)} en un archivo${isEncrypted ? ' cifrado' : ''}, ${withSecrets ? 'con' : 'sin'} secretos.`,
    'backupCancelled': 'Cancelado. No se ha guardado ningún archivo.',
    'encrypt': 'Cifrar con una frase de contraseña',
    'encryptWords': 'Solo quien conozca la frase de contraseña puede abrir el archivo.',
    'passphrase': 'Frase de contraseña',
    'repeatPassphrase': 'Repetir la frase de contraseña',
    'showPassphrase': 'Mostrar la frase de contraseña',
    'passphraseLost':
      'No podemos recuperarla. Guárdala en un lugar seguro: sin ella, nadie puede abrir el archivo.',
    'passphraseMissing': 'Escribe una frase de contraseña o guarda sin cifrar.',
    'passphrasesDiffer': 'Las dos no coinciden.',
    'strength_weak': 'Débil',
    'strength_fair': 'Media',
    'strength_strong': 'Fuerte',
    'strengthHint': 'Cuatro palabras al azar o más hacen una frase fuerte.',
    'secretsQuestion': '¿Guardar secretos en un archivo que cualquiera puede leer?',
    'secretsReadable':
      'El archivo no está cifrado. Quien lo abra puede leer las claves, contraseñas y tokens de:',
    'encryptInstead': 'Mejor cifrar',
    'exportUnencrypted': 'Exportar sin cifrar',

    'storage': 'Almacenamiento',
    'storageWords': 'Lo que esta aplicación guarda en este navegador.',
    'measuring': 'Midiendo…',
    'nothingStored': 'Todavía no hay nada guardado.',
    'about': (size) => `unos ${size}`,
    'usedOfQuota': (used, quota) => `Este sitio usa ${used} de ${quota}.`,
    'storageNearlyFull':
      'El espacio de este sitio está casi agotado. Haz una copia de seguridad y luego elimina lo que ya no necesites.',
    'protected': 'Protegido de la eliminación automática',
    'protectedDetail': 'El navegador conserva tus datos aunque el disco esté casi lleno.',
    'notProtected': 'Sin protección ante la eliminación automática',
    'notProtectedDetail': 'El navegador puede eliminar tus datos cuando el disco esté casi lleno.',
    'protect': 'Proteger',
    'asking': 'Preguntando al navegador…',
    'protectionRefused':
      'El navegador no ha aceptado. A menudo lo hace más tarde, con los sitios que marcas, instalas o visitas mucho.',
    'lastBackup': (when) => `Última copia de seguridad ${when}`,
    'lastBackupJustNow': 'Última copia de seguridad ahora mismo',
    'lastBackupDetail': (date, value) => `${date} · ${categories(value)}`,
    'oldBackupDetail': 'Lo que vino después está solo en este navegador.',
    'noBackup': 'Todavía no hay copia de seguridad',
    'noBackupDetail': 'Tus datos están solo en este navegador.',

    'recordsPerSecond': (value) => `${records(value)}/s`,
    'timeLeft': (time) => `tiempo restante: ${time}`,

    'restore': 'Restaurar',
    'restoreWords':
      'Acepta copias de seguridad y archivos con conversaciones o un proyecto. Ves lo que harían antes de que nada cambie.',
    'dropFile': 'Suelta archivos aquí, o',
    'chooseFile': 'Elegir archivos',
    'chooseAnother': 'Elegir otro',
    'phase_waiting': 'Esperando a que otra pestaña termine…',
    'phase_decrypting': 'Descifrando…',
    'phase_checking': 'Comprobando el archivo…',
    'phase_comparing': 'Comparando con lo que hay aquí…',
    'phase_reading': 'Leyendo tus datos…',
    'phase_writing': 'Escribiendo…',
    'file_backup': 'Copia de seguridad',
    'file_backupOf': (date) => `Copia de seguridad del ${date}`,
    'file_conversation': 'Una conversación',
    'file_conversations': 'Conversaciones',
    'file_project': 'Un proyecto con sus conversaciones',
    'file_writtenBy': (app) => `escrito por ${app}`,
    'file_encrypted': 'cifrado',
    'lockedFile':
      'El archivo está cifrado. Se abre con la frase de contraseña con la que se guardó.',
    'lockedFiles': (value) =>
      form(value, {
        one: 'Un archivo está cifrado. Se abre con la frase de contraseña con la que se guardó.',
        other: `${files(value)} están cifrados. Escribe la frase de contraseña de uno y luego la del siguiente.`,
      }),
    'passphraseNeeded': 'Escribe la frase de contraseña del archivo.',
    'passphraseWrong': 'Esta frase de contraseña no abre el archivo.',
    'openFile': 'Abrir',
    'whatToRestore': 'Qué se restaura',
    'collection_settings': 'Ajustes',
    'collection_appState': 'Otros valores',
    'collection_conversations': 'Conversaciones',
    'collection_interactions': 'Mensajes',
    'collection_rules': 'Reglas',
    'collection_tags': 'Etiquetas',
    'collection_tagRuleLinks': 'Vínculos',
    'column_new': 'Nuevos',
    'column_identical': 'Iguales',
    'column_different': 'Distintos',
    'column_kept': 'Conservados',
    'column_invalid': 'No válidos',
    'column_removed': 'Eliminados',
    'outcome_new': nouns('nuevo', 'nuevos'),
    'outcome_identical': nouns('igual', 'iguales'),
    'outcome_different': nouns('distinto', 'distintos'),
    'outcome_kept': nouns('conservado como aquí', 'conservados como aquí'),
    'outcome_invalid': nouns('no válido', 'no válidos'),
    'outcome_removed': nouns('eliminado de aquí', 'eliminados de aquí'),
    'inTheFile': (value) => `${number(value)} en el archivo`,
    'secretCount': nouns('secreto', 'secretos'),
    'installsCode': 'Ejecuta código',
    'secretsStay': 'Los secretos se omitieron en este archivo. Los que hay aquí se quedan.',
    'keysSentElsewhere':
      'Este archivo enviaría claves de API guardadas aquí a direcciones a las que ahora no se envían. Continúa solo si las conoces:',
    'keySentTo': 'a',
    'whatBecomesOfData': 'Qué pasa con los datos de aquí',
    'policy_replace': 'Reemplazar',
    'policy_replaceWords':
      'Las categorías elegidas pasan a ser lo que contiene el archivo. Lo que solo está aquí se va.',
    'policy_merge-newest': 'Combinar, gana lo más reciente',
    'policy_merge-newestWords':
      'No se elimina nada. Si un registro está en ambos lados, se queda el último en cambiar.',
    'policy_keep-mine': 'Combinar, conservar lo mío',
    'policy_keep-mineWords':
      'No se elimina nada. Si un registro está en ambos lados, se queda el de aquí.',
    'policy_copies': 'Añadir como copias',
    'policy_copiesWords': 'Cada registro se añade junto a lo que hay aquí, como nuevo.',
    'onlyHereGo': (what, value) =>
      `${form(value, { one: 'Solo está aquí y se va', other: 'Solo están aquí y se van' })}: ${what}.`,
    'andMoreKinds': (value) => `y ${count(value, { one: 'tipo más', other: 'tipos más' })}`,
    'invalidCount': (value) =>
      `${records(value)} no ${form(value, { one: 'se puede', other: 'se pueden' })} restaurar`,
    'skipInvalid': (value) =>
      form(value, {
        one: 'Omitir el registro que no se puede restaurar',
        other: `Omitir los ${records(value)} que no se pueden restaurar`,
      }),
    'do_add': (what) => `Añadir ${what}`,
    'do_replace': (what) => `Reemplazar ${what}`,
    'do_merge': (what) => `Combinar ${what}`,
    'do_update': (what) => `Actualizar ${what}`,
    'do_remove': (what) => `Eliminar ${what}`,
    'do_restore': (what) => `Restaurar ${what}`,
    'do_copies': (what) => `Añadir copias de ${what}`,
    'categoryCount': categories,
    'chooseCategory': 'Elige al menos una categoría.',
    'allHereAlready': 'Todo lo que hay en este archivo ya está aquí.',
    'nothingToAdd': 'Lo que has elegido no cambiaría nada aquí.',
    'skipFirst': 'Para restaurar el resto, omite lo que no se puede restaurar.',
    'undoWillBePossible': 'Después puedes deshacerlo.',
    'undoEnds': (when) => `Lo del ${when} ya no se podrá deshacer.`,
    'redoEnds': (when) => `Lo deshecho el ${when} ya no se podrá rehacer.`,
    'addAsNewWords': 'Se añade como nuevo, junto a lo que hay aquí. No se reemplaza nada.',
    'nothingInFile': 'No hay nada dentro.',
    'restoreCancelled': 'Cancelado. No se ha cambiado nada.',
    'restoreWithoutUndo': 'Restaurar sin poder deshacer',
    'leftOut': (names) => `Omitido, por no estar elegido: ${names}.`,
    'restored': 'Restaurado.',
    'added': 'Añadido.',
    'imported': 'Importado.',
    'foreseen': (what) => `Leído y comparado: ${what}.`,
    'foreseenNew': (what) => `Leído. Añadiría ${what}.`,
    'outcomeWords': (added, changed, removed, unchanged) =>
      list(
        [
          [added, { one: 'añadido', other: 'añadidos' }] as const,
          [changed, { one: 'cambiado', other: 'cambiados' }] as const,
          [removed, { one: 'eliminado', other: 'eliminados' }] as const,
          [unchanged, { one: 'sin cambios', other: 'sin cambios' }] as const,
        ]
          .filter(([value]) => value > 0)
          .map(([value, forms]) => count(value, forms)),
      ),
    'skippedCount': (value) =>
      `${records(value)} ${form(value, { one: 'omitido', other: 'omitidos' })}`,
    'downloadSkipped': 'Guardar lo omitido',
    'andMore': (value) => `y ${number(value)} más`,
    'repairs_reference-cleared': (value) =>
      count(value, {
        one: 'referencia no lleva a nada y se vacía',
        other: 'referencias no llevan a nada y se vacían',
      }),
    'repairs_record-dropped': (value) =>
      count(value, {
        one: 'registro no se refiere a nada y se omite o se quita',
        other: 'registros no se refieren a nada y se omiten o se quitan',
      }),
    'repairs_name-changed': (value) =>
      count(value, {
        one: 'nombre ya existe y recibe un número',
        other: 'nombres ya existen y reciben un número',
      }),
    'repairs_id-changed': (value) =>
      count(value, {
        one: 'identificador ya existe y pasa a ser otro',
        other: 'identificadores ya existen y pasan a ser otros',
      }),
    'repairs_cycle-broken': (value) =>
      count(value, {
        one: 'registro está dentro de sí mismo y pasa al primer nivel',
        other: 'registros están dentro de sí mismos y pasan al primer nivel',
      }),
    'repairs_conversation-recovered': (value) =>
      count(value, {
        one: 'conversación se crea para mensajes que no tienen ninguna',
        other: 'conversaciones se crean para mensajes que no tienen ninguna',
      }),
    'repairs_date-filled': (value) =>
      count(value, { one: 'fecha falta y se completa', other: 'fechas faltan y se completan' }),
    'repairs_destination-kept': (value) =>
      count(value, {
        one: 'dirección de aquí se queda, porque su secreto se omitió en el archivo',
        other: 'direcciones de aquí se quedan, porque sus secretos se omitieron en el archivo',
      }),

    'severalWords':
      'Las copias de seguridad van primero, la más antigua antes que las demás. Las conversaciones y los proyectos se añaden como nuevos.',
    'severalModsLeftOut':
      'Los mods se omiten, porque ejecutan código. Abre su archivo solo para incluirlos.',
    'severalUndo':
      'Deshacer una vez revierte todo lo que cambian las copias de seguridad. Lo añadido como nuevo se queda.',
    'importFiles': (value) => `Importar ${files(value)}`,
    'filesRead': (known, all) =>
      `Leído. ${number(known)} de ${files(all)} ${form(known, { one: 'se puede', other: 'se pueden' })} importar.`,
    'fileOf': (position, all) => `Archivo ${number(position)} de ${number(all)}`,
    'fileRestored': (what) => `Restaurado: ${what}.`,
    'fileAdded': (what) => `Añadido: ${what}.`,
    'fileNotBegun': 'Omitido. No se ha tomado nada de él.',
    'filesDone': (done, all) =>
      `${number(done)} de ${files(all)} ${form(done, { one: 'importado', other: 'importados' })}.`,
    'removeFromList': (name) => `Omitir ${name}`,

    'undo': 'Deshacer',
    'redo': 'Rehacer',
    'undoRestore': 'Deshacer la restauración',
    'deleteAgain': (value) => `Eliminar otra vez (${records(value)})`,
    'deleteAgainQuestion': (value) => `¿Eliminar otra vez ${records(value)}?`,
    'deleteAgainWords': 'Lo que recuperaste se va otra vez. Se puede deshacer como antes.',
    'undoing': 'Deshaciendo…',
    'undone': 'Deshecho.',
    'redone_restore': 'Restaurado otra vez.',
    'redone_clear': 'Eliminado otra vez.',
    'discarded': 'La copia ya no existe. Lo que hay aquí se queda.',
    'did_restore': (when) => `Restaurado el ${when}.`,
    'did_clear': (when) => `Eliminado el ${when}.`,
    'undid_restore': (when) => `Deshecho el ${when}.`,
    'undid_clear': (when) => `Recuperado el ${when}.`,
    'undoOfEarlier': (when) =>
      `La restauración del ${when} todavía se puede deshacer. Lo que se acaba de añadir no forma parte de ella.`,
    'redoOfEarlier': (when) =>
      `La restauración deshecha el ${when} todavía se puede rehacer. Lo que se acaba de añadir no forma parte de ella.`,
    'undoDetail': (value, size) =>
      `${records(value)} ${form(value, { one: 'puede', other: 'pueden' })} volver a como ${form(value, { one: 'estaba', other: 'estaban' })}; la copia ocupa ${size}.`,
    'undoDetailUntil': (value, size, time) =>
      `${records(value)} ${form(value, { one: 'se puede', other: 'se pueden' })} recuperar hasta las ${time}; la copia ocupa ${size}.`,
    'redoDetail': (value, size) =>
      `${records(value)} ${form(value, { one: 'se puede', other: 'se pueden' })} volver a cambiar; la copia ocupa ${size}.`,
    'redoDetailUntil': (value, size, time) =>
      `${records(value)} ${form(value, { one: 'se puede', other: 'se pueden' })} volver a eliminar hasta las ${time}; la copia ocupa ${size}.`,
    'keepThis': (size) => `Dejarlo así, liberar ${size}`,
    'eraseCopy': (size) => `Borrar la copia, liberar ${size}`,

    'individualCategories': 'Categorías por separado',
    'individualWords':
      'Una parte de tus datos en un archivo propio. Una importación se suma a lo que hay aquí: no se elimina nada, y de dos registros se queda el más reciente.',
    'export': 'Exportar',
    'import': 'Importar',
    'exportCategory': (name) => `Exportar «${name}»`,
    'importCategory': (name) => `Importar «${name}»`,
    'exportSecretsWords':
      'Sin ello, lo exportado no contiene contraseñas ni tokens. Un archivo de claves de API siempre contiene las claves.',
    'exportSecretsEncrypt':
      'Para cifrarlo, haz en su lugar una copia de seguridad con una frase de contraseña.',
    'exported': 'Guardado en un archivo.',
    'importQuestion': (name) => `¿Importar «${name}» de este archivo?`,
    'importCodeWords':
      'Los mods son código. Se ejecutan en esta aplicación y pueden leer y cambiar todos sus datos. Continúa solo si confías en quien los hizo:',
    'importTheRest': 'Importar el resto',
    'working': 'En curso…',

    'messages': 'Mensajes',
    'selectConversation': 'Selecciona una conversación para leerla aquí.',
    'loadingMessages': 'Cargando mensajes',
    'noMessages': 'Todavía no hay mensajes.',
    'messagesFailed': 'No se han podido leer los mensajes.',
    'asker': 'Tú',
    'answerer': 'Respuesta',
    'answererModel': (model) => `Respuesta de ${model}`,
    'attachedFiles': 'Archivos adjuntos',
    'unnamedFile': 'Archivo sin nombre',
    'reasoning': 'Razonamiento',
    'toolCalls': nouns('llamada a herramientas', 'llamadas a herramientas'),
    'unnamedTool': 'Herramienta sin nombre',
    'tokensOfAnswer': (input, output) =>
      list([
        ...(input === '' ? [] : [`${input} tokens de entrada`]),
        ...(output === '' ? [] : [`${output} de salida`]),
      ]),
    'copyAnswer': 'Copiar la respuesta',
    'copied': 'Copiado',
    'copyFailed': 'El navegador no ha dejado copiar a esta página.',
    'goodAnswer': 'Buena respuesta',
    'poorAnswer': 'Mala respuesta',
    'answers': 'Respuestas a esta pregunta',
    'previousAnswer': 'Respuesta anterior',
    'nextAnswer': 'Respuesta siguiente',
    'answerOf': (position, all) => `Respuesta ${number(position)} de ${number(all)}`,
    'answerPending': 'Esperando la respuesta',
    'answerStreaming': 'La respuesta está en camino',
    'answerPaused': 'En pausa',
    'answerAwaiting': 'Esperándote',
    'answerCancelled': 'Detenida antes de completarse',
    'answerFailed': 'Esta respuesta ha fallado.',
    'answerUnfinished': 'Esta respuesta nunca se terminó.',
    'answerEmpty': 'Sin respuesta',
    'answerComplete': 'La respuesta está completa.',
    'answerUnsaved': (reason) => `Esta respuesta aún no está guardada. ${reason}`,
    'jumpToLatest': 'Ir a lo más reciente',
  };
}

import { lines, type Topic } from './topic.js';

const storage: Topic = {
  projects: ['storage', 'storage', 'frontend'],
  titles: lines(`
    IndexedDB transaction closing during a fetch
    Dexie upgrade blocked by a second tab
    quota errors in private windows
    one compound index or two single ones
    streaming a large JSON export to disk
    service worker serving stale assets
    liveQuery firing twice after a bulk write
    structured clone refusing a Proxy
    version field for the backup format
    cursor or getAll for long lists
    optimistic update with a clean rollback
    persistent storage prompt in Firefox
    time zones in stored dates
    soft delete or a trash table 🗑️`),
  things: lines(`
    the open transaction
    the version change event
    the compound index
    the primary key
    the write queue
    the upgrade callback
    the quota estimate`),
  actions: lines(`
    close the connection on versionchange
    keep every await in the transaction on the database itself
    read in windows of two hundred rows
    write all rows in one bulkPut
    ask for persistent storage after the first save
    log the inner error and not only its name
    test the upgrade with a database the old version really wrote`),
  reasons: lines(`
    a transaction commits as soon as no request is pending
    booleans are no valid keys
    every tab holds a connection of its own
    an index leaves out rows that lack the field
    a proxy cannot be cloned`),
  conditions: lines(`
    the second tab never reloads
    the promise resolves but nothing is stored
    the upgrade hangs without an error
    the list still shows yesterday's state
    the browser reports no space left
    the count and the list disagree`),
  facts: lines(`
    IndexedDB has no partial indexes, so a flag you want to query is best kept as 0 or 1.
    The estimate is per origin and rounded; treat it as a hint, never as a promise.
    An aborted transaction rolls back everything, including rows written long before the failure.
    Reading keys only is several times faster than reading whole rows, because no value is cloned.
    Private windows often give you a store in memory with a much smaller limit.
    Two tabs can read at the same time, but a write waits for every overlapping transaction.`),
  blocks: [
    "```ts\nawait db.transaction('rw', db.notes, async () => {\n  const note = await db.notes.get(id);\n  if (!note) throw new Error('The note is gone.');\n  await db.notes.put({ ...note, title, updatedAt: new Date() });\n});\n```",
    '```ts\nfor (let offset = 0; ; offset += 200) {\n  const page = await db.notes.orderBy(":id").offset(offset).limit(200).toArray();\n  if (page.length === 0) break;\n  await writer.write(page.map((row) => JSON.stringify(row)).join(",\\n"));\n}\n```',
    '| What | Chromium | Firefox | WebKit |\n| --- | --- | --- | --- |\n| Error at the limit | AbortError with an inner error | QuotaExceededError | QuotaExceededError |\n| `persist()` asks | no | yes | no |\n| Streams in workers | yes | yes | recent versions |',
  ],
  files: ['schema.ts', 'export-trace.json', 'console.log'],
};

const coding: Topic = {
  projects: ['frontend', 'harbour', 'frontend'],
  titles: lines(`
    timetable grid with sticky headers
    discriminated unions instead of three booleans
    ferry icons that stay sharp at 16 px
    focus trap inside a native dialog
    container queries in the departures card
    borrow checker and the tide parser
    debounce that must not lose the last keystroke
    naming things in the booking module
    flaky test around daylight saving
    Lit element re-rendering too often
    code review of the ticket scanner
    regular expression for berth numbers
    accessible colour for delayed departures
    generics that nobody can read any more`),
  things: lines(`
    the render loop
    the type of the union
    the focus order
    the layout pass
    the test clock
    the public interface
    the parser's state`),
  actions: lines(`
    write the failing test before the fix
    move the state one level up
    replace the flags by one status field
    measure with the profiler open
    delete the abstraction and look at what is left
    give the function the data it needs instead of the whole store
    check it with the keyboard alone`),
  reasons: lines(`
    layout is read and written in the same frame
    the compiler can only narrow what it can tell apart
    each listener keeps its own closure alive
    a name that needs a comment is not a name yet
    the clock in the test runs in another time zone`),
  conditions: lines(`
    the component renders four times per keystroke
    the type falls back to unknown
    the test passes alone and fails in the suite
    focus jumps to the top of the page
    the header covers the first row`),
  facts: lines(`
    A native dialog already makes the rest of the page inert; a focus trap on top only fights it.
    Sticky positioning needs an ancestor that scrolls, and the nearest one wins.
    If two booleans can never be true together, they are one field with three values.
    Container queries look at the box, so the same card can be narrow in a wide window.
    Snapshot tests tell you that something changed, seldom whether that is bad.
    A debounced function should be flushed when its owner goes away.`),
  blocks: [
    "```ts\ntype Load =\n  | { status: 'idle' }\n  | { status: 'loading'; since: number }\n  | { status: 'done'; departures: Departure[] }\n  | { status: 'failed'; error: Error };\n```",
    '```css\n.grid {\n  overflow: auto;\n  container-type: inline-size;\n}\n.grid thead th {\n  position: sticky;\n  inset-block-start: 0;\n  background: Canvas;\n}\n```',
    '```rust\nfn tides(lines: &[&str]) -> Result<Vec<Tide>, ParseError> {\n    lines.iter().map(|line| line.parse()).collect()\n}\n```',
  ],
  files: ['departures.ts', 'profile.cpuprofile', 'screenshot-mobile.png'],
};

const servers: Topic = {
  projects: ['deployment', 'home', 'deployment'],
  titles: lines(`
    Caddy in front of two containers
    restic backups to the old laptop
    Postgres 16 upgrade with ten minutes of downtime
    Wi-Fi dead spot behind the chimney
    cron job that runs twice
    certificate renewal failing on Sundays
    small Kubernetes or plain systemd
    log rotation eating the disk
    home assistant and the leaky radiator valve
    SSH keys for the whole family
    zero-downtime deploy of the timetable
    DNS records before moving the domain
    quiet fan curve for the cupboard server
    alert fatigue from disk warnings 🔕`),
  things: lines(`
    the reverse proxy
    the retention policy
    the health check
    the renewal timer
    the DNS cache
    the restore test
    the journal on disk`),
  actions: lines(`
    restore last night's backup on another machine
    lower the TTL a day in advance
    put the timer and the service side by side
    drain the old container before stopping it
    cap the journal at 500 MB
    write the rollback down before starting
    alert on the trend instead of the level`),
  reasons: lines(`
    a backup that was never restored is only a hope
    resolvers keep the old answer until it expires
    both units were enabled after the migration
    the health check answers before the migrations are done
    the challenge needs port 80 to stay open`),
  conditions: lines(`
    the second container starts before the first is healthy
    the disk fills up over the weekend
    the certificate is renewed but never reloaded
    the phone falls back to the neighbour's network
    the job leaves a lock file behind`),
  facts: lines(`
    Three copies, two kinds of media, one of them somewhere else: still the rule to beat.
    systemd timers can catch up on runs that were missed while the machine was off.
    Rolling back a schema is harder than rolling back code, so ship the two apart.
    A warning nobody acts on within a month should be deleted or turned into a chart.
    Encrypted backups need their passphrase printed on paper, kept away from the machine.
    Most home servers idle at less than ten watts once the disks may sleep.`),
  blocks: [
    '```sh\nrestic -r sftp:attic:/srv/backup snapshots --latest 3\nrestic -r sftp:attic:/srv/backup restore latest --target /tmp/check --include /srv/app\ndiff -rq /srv/app /tmp/check/srv/app && echo identical\n```',
    '```yaml\nservices:\n  web:\n    image: registry.example.org/timetable:stable\n    healthcheck:\n      test: ["CMD", "wget", "-qO-", "http://localhost:8080/ready"]\n      interval: 10s\n    depends_on:\n      db:\n        condition: service_healthy\n```',
    '| Step | Who notices | Time |\n| --- | --- | ---: |\n| Lower the TTL | nobody | 24 h before |\n| Freeze writes | editors | 4 min |\n| Copy and check | nobody | 5 min |\n| Switch the record | everybody, shortly | 1 min |',
  ],
  files: ['Caddyfile', 'compose.yaml', 'journal-last-week.txt'],
};

export const softwareTopics = { storage, coding, servers };

import { lines, type Topic } from './topic.js';

const portuguese: Topic = {
  projects: ['portuguese', 'portuguese', 'learning'],
  titles: lines(`
    ser, estar and ficar once more
    nasal vowels for German ears
    the personal infinitive
    small talk at the bakery counter ☕
    por and para with examples
    flashcards from my own mistakes
    letter to our host in Évora
    subjunctive after talvez
    false friends with Spanish
    listening practice at three-quarter speed
    contractions: no, na, pelo, àquela
    recipe vocabulary for bacalhau
    European or Brazilian pronouns
    fado lyrics, word by word`),
  things: lines(`
    the open vowel
    the verb ending
    the clitic pronoun
    the article
    the stress
    the tense
    the rhythm of the sentence`),
  actions: lines(`
    say it aloud three times before reading on
    write one sentence about today
    listen first and read along only then
    learn the verb together with its preposition
    make a card from the mistake and not from the rule
    swallow the unstressed vowel
    use it in an order at the café`),
  reasons: lines(`
    European Portuguese drops most unstressed vowels
    the subjunctive marks what is not yet real
    a place is ficar and a state is estar
    the pronoun leans on the verb
    spaced repetition favours what was nearly forgotten`),
  conditions: lines(`
    the sentence starts with a question word
    the subject changes half-way
    the speaker is from Porto
    both forms sound possible
    the ending is swallowed`),
  facts: lines(`
    «Fico em casa» is a decision, «estou em casa» is a report.
    After «talvez» comes the subjunctive, after «se calhar», which means the same, it does not.
    The personal infinitive lets you say «para irmos» where Spanish needs a whole clause.
    «Esquisito» is odd, not exquisite, and «polvo» is octopus, not dust.
    A bica in Lisbon is a cimbalino in Porto, and both are simply um café.
    Nasal vowels end in the nose; if the lips close for an m, it went too far.`),
  blocks: [
    '| | falar | comer | partir |\n| --- | --- | --- | --- |\n| eu | falar | comer | partir |\n| tu | falares | comeres | partires |\n| nós | falarmos | comermos | partirmos |\n| eles | falarem | comerem | partirem |',
    '- Era um pão alentejano, se faz favor.\n- Mais alguma coisa?\n- É tudo, obrigado. Quanto é?\n- Dois e quarenta.',
  ],
  files: ['mistakes.csv', 'host-letter.odt'],
};

const music: Topic = {
  projects: ['music', 'music', 'learning'],
  titles: lines(`
    cello thumb position without pain
    practising slowly without falling asleep
    chords under a Swedish waltz
    choosing strings for a dark instrument
    Bach suite in G: bowing in the prelude
    modes explained with one melody 🎻
    sight-reading plan for January
    recording at home with one microphone
    arranging for cello, clarinet and kitchen choir
    metronome on two and four
    nerves before the courtyard concert
    circle of fifths for a ten-year-old
    tuning drift in a cold church
    transposing for B-flat clarinet`),
  things: lines(`
    the left hand
    the bow change
    the inner voice
    the downbeat
    the leading note
    the room
    the slow tempo`),
  actions: lines(`
    play the passage backwards, bar by bar
    sing the bass line first
    halve the tempo and keep the phrasing
    record one minute a day
    leave out the third and listen
    put the metronome on the off-beats
    rest the arm before it asks for it`),
  reasons: lines(`
    the hand learns mistakes as readily as notes
    the third decides whether it sounds glad or sad
    cold air lowers the pitch of pipes and raises the temper of strings
    tension travels from the thumb to the shoulder
    an empty room adds its own chord`),
  conditions: lines(`
    the shift lands flat
    the tempo creeps up
    two voices cross
    the string whistles
    the clarinet enters late`),
  facts: lines(`
    A B-flat clarinet sounds a whole tone lower than it is written, so write a tone higher.
    Dorian is minor with a bright sixth, and the ear hears that one note.
    Ten minutes on two bars beats an hour on two pages.
    One microphone at two metres, a little above the head, hears what an audience hears.
    In the prelude, three slurred and one separate keeps the string crossing round.
    Gut strings want half an hour in the room before they stay in tune.`),
  blocks: [
    '```text\nA part   | D  . . | A7 . . | D  . . | G  . . |\n         | D  . . | Em . . | A7 . . | D  . . |\nB part   | Bm . . | F#m . .| G  . . | A7 . . |\n```',
    '| Mode | Raised or lowered | Sounds like |\n| --- | --- | --- |\n| Dorian | sixth up | a walk at dusk |\n| Phrygian | second down | a closed door |\n| Lydian | fourth up | a window |\n| Mixolydian | seventh down | a dance |',
  ],
  files: ['prelude-bowing.pdf', 'take-3.wav'],
};

const reading: Topic = {
  projects: ['reading', 'reading', 'learning'],
  titles: lines(`
    questions for chapter nine of Middlemarch
    unreliable narrators, five short examples
    next book under 250 pages
    did the governess see ghosts
    maps in novels and what they hide
    a translation compared: two Odysseys
    who speaks in the epilogue
    summary for Ana who missed two evenings
    poems to read aloud in November 🍂
    science fiction the group might like
    the whale as a catalogue
    names in War and Peace on one page
    a fair way to choose the next book
    footnotes as a second plot`),
  things: lines(`
    the narrator
    the last page
    the letter in chapter four
    the translation
    the minor character
    the time that passes
    the first sentence`),
  actions: lines(`
    read the first page once more after the last
    count who is never given a name
    mark each place where the narrator knows too much
    compare two translations of one line
    ask what the book leaves out
    bring one sentence and say why
    let the quietest person begin`),
  reasons: lines(`
    a narrator who explains everything has something to hide
    free indirect speech belongs to nobody
    the serial form needed an ending every month
    a map promises that everything is on it
    translators choose a century as well as words`),
  conditions: lines(`
    half of the group has not finished
    the ending divides the table
    nobody likes the hero
    the irony gets lost in translation
    the plot only starts on page ninety`),
  facts: lines(`
    Eliot lets us pity Casaubon exactly when we are done with him, and that turn is the chapter.
    James never says that the ghosts are there, and never says that they are not.
    A group of eight needs about four questions; the fifth is asked by the wine.
    Long books go better with a date for the middle than with one for the end.
    Approval voting, one paper each with every title one could live with, ends the quarrel.
    The chapters on rope are the book's way of teaching you to wait.`),
  blocks: [
    '| Book | Pages | For | Against |\n| --- | ---: | --- | --- |\n| The Summer Book | 160 | short, clear, funny | too gentle? |\n| Pedro Páramo | 130 | voices, dust | needs two readings |\n| Passing | 140 | ending to argue about | hard to find in print |',
    '1. What does Dorothea want to be useful for?\n2. Where does the narrator say “we”?\n3. Which sentence would you defend, and which would you cut?\n4. Who in this chapter has changed, and who has only been seen better?',
  ],
  files: ['notes-evening-11.md', 'votes.csv'],
};

const money: Topic = {
  projects: ['money', 'money', 'work'],
  titles: lines(`
    home office deduction with a shared room
    invoice to a client in another EU country
    receipts: paper, photo or both
    advance payments after a good year
    leasing the cargo bike through the company
    depreciation of a laptop bought in June
    reminder letter that stays friendly
    pension gap from two years of study
    first VAT return without panic
    splitting the electricity bill in a shared house
    savings plan for three goals 💶
    hourly rate from yearly costs
    gift to the grandchildren and the allowance
    which insurance can go`),
  things: lines(`
    the tax year
    the reverse-charge note
    the receipt
    the advance payment
    the due date
    the private share
    the spreadsheet`),
  actions: lines(`
    keep the photo and the paper in the same order
    put a quarter of each invoice aside
    ask the tax office for a smaller advance
    write the rate down with its date
    check the client's VAT number on the day of the invoice
    split by days and not by feelings
    send the reminder with the invoice attached`),
  reasons: lines(`
    the deduction follows the square metres
    the service counts as supplied where the client is
    advances are estimated from the last year
    a private share has to be shown, even a small one
    interest grows with time and not with worry`),
  conditions: lines(`
    the invoice is six weeks overdue
    the room has a second desk
    the year ends in the middle of the project
    the client gives no VAT number
    the receipt has faded`),
  facts: lines(`
    Rules differ by country and year, so take this as a list of questions for an adviser.
    Costs come first, then the days one can really sell, and the rate is the quotient.
    A friendly reminder names the invoice, the amount, the new date and nothing else.
    Thermal paper fades within two years; the photo is what survives.
    Three accounts for three goals beat one account with three intentions.
    An insurance that covers what you could pay from savings is a luxury.`),
  blocks: [
    '| Item | Per year |\n| --- | ---: |\n| Rent, share of the office | 3,120 |\n| Insurance | 1,960 |\n| Hardware, written off | 1,150 |\n| Training, books | 800 |\n| Own salary incl. pension | 52,000 |\n| **Sum** | **59,030** |',
    '$$\n\\text{rate} = \\frac{\\text{costs}}{\\text{days} \\cdot \\text{hours}} = \\frac{59\\,030}{165 \\cdot 6} \\approx 60\n$$',
    '```text\n=SUMIFS(amount; category; "travel"; date; ">="&DATE(year;1;1))\n=ROUND(price / 36 * months_used; 2)\n```',
  ],
  files: ['invoices.csv', 'notice.pdf'],
};

export const learningTopics = { portuguese, music, reading, money };

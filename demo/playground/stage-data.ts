import { allCategories, type PersistenceContext } from '../../src/index.js';
import { sampleBackupFile } from '../sample/sample-backup.js';

const HUGE = 100_000;
const BATCH = 5_000;
const PER_PROJECT = 100;

/** How far the making of data is, from 0 to 1. */
export type OnProgress = (fraction: number) => void;

interface Talk {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
}

async function saveTalk(
  { persistence }: PersistenceContext,
  { title, question, answer }: Talk,
): Promise<string> {
  const conversationId = await persistence.saveConversation({ title, projectId: null });
  await persistence.saveInteraction({
    conversationId,
    type: 'message.user_assistant',
    index: 0,
    parentId: null,
    prompt: { id: crypto.randomUUID(), content: question },
    response: answer,
    status: 'COMPLETED',
    startedAt: new Date(),
    endedAt: new Date(),
    metadata: {},
  });
  return conversationId;
}

/** One conversation; resolves to its id. */
export const fillWithOne = (context: PersistenceContext): Promise<string> =>
  saveTalk(context, {
    title: 'How long does sourdough keep?',
    question: 'How long does sourdough bread keep?',
    answer:
      'Four to five days at room temperature, cut side down.\n\n- **Not** in the fridge\n- Sliced and frozen: three months',
  });

/** The sample; resolves to the id of its newest conversation outside a project. */
export async function fillWithSample({
  persistence,
  importExport,
}: PersistenceContext): Promise<string | undefined> {
  await importExport.restoreBackup(sampleBackupFile(), allCategories, { keepUndo: false });
  const conversations = await persistence.loadConversations();
  return conversations.find(({ projectId }) => projectId === null)?.id;
}

const hostileTitles = [
  '<img src=x onerror="document.title=1"><style>*{color:red}</style><b>b</b>&amp;',
  'invoice \u202Egnp.exe',
  '\u2066\u2067\u2068 isolates that never end',
  'x'.repeat(10_000),
  'a word '.repeat(1_400),
  `Z${'\u0300\u0301\u0317\u0489'.repeat(60)}algo`,
  'First\nSecond\r\nThird\u2028Fourth',
  'a\tb\u0000c\u0007d',
  '👨‍👩‍👧‍👦🇩🇪🏳️‍🌈👍🏽👩🏿‍🚀',
  '\u200B\u200D\u2060',
  '',
];

/** Titles and messages that have broken other applications; resolves to the id of one. */
export async function fillWithHostile(context: PersistenceContext): Promise<string> {
  let last = '';
  for (const title of hostileTitles) {
    last = await saveTalk(context, {
      title,
      question: hostileTitles.slice(0, 3).join('\n'),
      answer: `${'Donaudampfschifffahrtsgesellschaft'.repeat(40)}\n\n<script>alert(1)</script> [a link](javascript:alert(1))`,
    });
  }
  return last;
}

const rightToLeft: readonly Talk[] = [
  {
    title: 'وصفة خبز بسيطة (3 مكونات)',
    question: 'كيف أخبز خبزًا بسيطًا؟',
    answer: 'امزج 500 غرام دقيق مع ماء وملح، ثم انتظر ساعة.',
  },
  {
    title: 'رحلة إلى عمّان في 12:30',
    question: 'متى يغادر القطار؟',
    answer: 'في الساعة 12:30 من الرصيف 4.',
  },
  {
    title: 'תכנון גינה על המרפסת',
    question: 'מה לשתול במרפסת מוצלת?',
    answer: 'נענע, פטרוזיליה ושרכים יצליחו בצל.',
  },
  {
    title: 'TypeScript עם ‎strict‎',
    question: 'מה עושה strict?',
    answer: 'הוא מפעיל את כל הבדיקות, כמו `noImplicitAny`.',
  },
];

/** Conversations in Arabic and Hebrew; resolves to the id of one. */
export async function fillRightToLeft(context: PersistenceContext): Promise<string> {
  let last = '';
  for (const talk of rightToLeft) last = await saveTalk(context, talk);
  return last;
}

/** 100,000 conversations in 1,000 projects, in batches. */
export async function fillHuge(
  { persistence }: PersistenceContext,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<void> {
  const projects = Array.from({ length: HUGE / PER_PROJECT }, (_, at) => ({
    id: `project-${at}`,
    name: `Project ${at + 1}`,
    parentId: null,
    path: `/project-${at}`,
  }));
  await persistence.database
    .table('projects')
    .bulkPut(
      projects.map((project) => ({ ...project, createdAt: new Date(), updatedAt: new Date() })),
    );
  for (let from = 0; from < HUGE; from += BATCH) {
    signal.throwIfAborted();
    await persistence.saveConversations(
      Array.from({ length: BATCH }, (_, at) => {
        const number = from + at + 1;
        const updatedAt = new Date(Date.now() - number * 60_000);
        const projectId =
          number % 2 === 0 ? `project-${Math.floor((number - 1) / PER_PROJECT)}` : null;
        return { title: `Conversation ${number}`, projectId, createdAt: updatedAt, updatedAt };
      }),
    );
    onProgress((from + BATCH) / HUGE);
  }
}

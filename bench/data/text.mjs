import { pick, seededRandom } from './random.mjs';

const latin =
  'the a model answer question writes reads file browser database index conversation between without because however café naïve große years number table record when under through "quoted" path\\name value'.split(
    ' ',
  );

/** Words of scripts whose letters take two bytes, three or four, from the right and without spaces. */
const others = [
  'вопрос ответ модель читает запись между таблица когда число браузер страница новый'.split(' '),
  'ερώτηση απάντηση μοντέλο αρχείο μεταξύ πίνακας αριθμός όταν σελίδα νέος'.split(' '),
  'سؤال جواب نموذج ملف بين جدول رقم عندما صفحة جديد'.split(' '),
  'प्रश्न उत्तर मॉडल फ़ाइल बीच तालिका संख्या जब पृष्ठ नया'.split(' '),
  '問題 回答 模型 文件 之間 表格 數字 頁面 新的 瀏覽器 記錄'.split(' '),
  '質問 答え モデル ファイル テーブル 数字 ページ 新しい 👩‍💻 🎉'.split(' '),
];

const SENTENCES = 400;

function sentence(random, words) {
  const count = 6 + Math.floor(random() * 14);
  const chosen = Array.from({ length: count }, () => pick(random, words));
  return `${chosen.join(' ')}${pick(random, ['. ', '.\n\n', '? ', ':\n- ', '.\n'])}`;
}

const CODE = '```js\nconst rows = await table.where("id").equals(`a\\\\b`).toArray();\n```\n';

function sentencesOf(words, seed) {
  const random = seededRandom(seed);
  const list = Array.from({ length: SENTENCES }, () => sentence(random, words));
  return [...list, CODE, CODE];
}

const encoder = new TextEncoder();
const withSize = (text) => ({ text, bytes: encoder.encode(JSON.stringify(text)).length - 2 });
const pool = (words, seed) => sentencesOf(words, seed).map(withSize);

const latinPool = pool(latin, 1);
const otherPools = others.map((words, position) => pool(words, position + 2));

/** The sentences that a text is made of, non-Latin for the share of texts that is given. */
export function poolFor(random, nonLatin) {
  return random() < nonLatin ? pick(random, otherPools) : latinPool;
}

/** A text of sentences that takes about so many bytes in a JSON file. */
export function textOf(random, sentences, bytes) {
  let text = '';
  for (let size = 0; size < bytes;) {
    const next = pick(random, sentences);
    text += next.text;
    size += next.bytes;
  }
  return text;
}

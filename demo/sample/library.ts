import type {
  DbPromptTemplate,
  DbRule,
  DbTag,
  DbTagRuleLink,
  PromptVariable,
} from '../../src/model/entities.js';
import type { Calendar } from './calendar.js';
import type { Random } from './random.js';
import { lines } from './topics/topic.js';

/** Name, type, content. */
const ruleTexts = lines(`
  Plain words | system | Write plainly. No superlatives and no greeting.
  Metric units | before | Use metric units, degrees Celsius and 24-hour times.
  Short first | system | Begin with the answer in one sentence, then give the reasons.
  Name the source | after | Say where a claim comes from, or that you are not sure.
  Strict TypeScript | before | Code is TypeScript in strict mode, without any and without non-null assertions.
  Tests before fixes | before | Show a failing test before you show the fix.
  Diffs only | after | Show changed lines only, as a unified diff.
  No new dependencies | control | Suggest no package unless I ask for one.
  European Portuguese | system | Use European spelling and pronouns.
  Correct me gently | after | Correct at most three mistakes a message, the gravest first.
  For a fourteen-year-old | before | Explain for somebody who is fourteen and curious.
  Ask back | control | Ask one question when the request has two meanings.
  Grams, not cups | before | Quantities in grams, with baker's percentages for dough.
  Vegetarian by default | system | Recipes without meat or fish unless the message names one.
  Rules differ by country | after | On tax and law, list what to ask an adviser and stop there.
  Table when three or more | control | Compare three or more things in a table.
  Keep my voice | before | When you edit my text, keep its tone and mark each change.
  Steps with times | after | Give each step of a plan the minutes it takes.
  No spoilers | control | Do not tell the ending of a book we are still reading.
  Quote the line | after | When you speak of a text, quote the line you mean.`);

/** Name, description, positions of the rules it holds. */
const tagTexts = lines(`
  code | Anything that compiles | 4 5 6 7
  review | Reading somebody's change | 2 5 6
  cooking | Kitchen and bread | 1 12 13 17
  language | Portuguese, mostly | 8 9
  school | Homework with the children | 10 11 17
  money | Tax, invoices, insurance | 3 14 15
  travel | Trains, packing, places | 1 15 17
  books | The reading group | 18 19
  letters | To offices and friends | 0 16
  music | Cello and theory | 2 17
  house | Renovation and garden | 1 15
  brief | When on the phone | 0 2 11`);

/** Name, description, prompt; variables stand in double braces. */
const templateTexts = lines(`
  Explain like a colleague | A concept in half a page | Explain {{topic}} to a colleague who knows {{background}}. Half a page, one example.
  Review this diff | Bugs first, style last | Review this change to {{component}}. Bugs first, then names, style last.\\n\\n{{text}}
  Commit message | From a diff to one line and a why | Write a conventional commit message for this change:\\n\\n{{text}}
  Bug report | From notes to steps | Turn these notes into a bug report with steps, expected and seen:\\n\\n{{text}}
  Scale a recipe | Any number of guests | Scale this recipe to {{count}} people and round sensibly:\\n\\n{{text}}
  Menu for a week | From what is there | Plan {{count}} dinners from: {{ingredients}}. Use fresh things first.
  Packing list | By place and days | Packing list for {{count}} days in {{place}} with hand luggage only.
  Polite reminder | An unpaid invoice | Write a friendly reminder for invoice {{number}} over {{amount}}, new date {{date}}.
  Letter to an office | Formal, short | Write to {{recipient}} about {{topic}}. One page, dates in full.
  Correct my Portuguese | With reasons | Correct this text in {{language}}, list the three gravest mistakes with reasons:\\n\\n{{text}}
  Flashcards | From a text | Make {{count}} flashcards from this text, question and answer:\\n\\n{{text}}
  Homework hint | A hint, not the answer | Give a hint, not the answer, for this exercise:\\n\\n{{text}}
  Reading questions | For an evening | Write {{count}} questions on {{chapter}} that cannot be answered with yes or no.
  Practice plan | For an instrument | A practice plan for {{piece}}, {{count}} minutes a day, for two weeks.
  Compare quotes | Offers side by side | Put these offers into one table with the same rows and mark what is missing:\\n\\n{{text}}
  Summary with decisions | After a meeting | Summarise in five lines, then list decisions and open questions:\\n\\n{{text}}`);

/** Agent: name, description; then its tasks. */
const agentTexts: readonly (readonly string[])[] = [
  lines(`
    Release captain | Takes a branch to a release
    Collect the changes | List the commits since {{tag}} by topic.
    Write the changelog | Write the entry for {{version}} for readers, not for authors.
    Check the risks | Name what could break for users of {{component}} and how to tell.
    Announce it | Three sentences for the team about {{version}}.`),
  lines(`
    Trip planner | From a date to an itinerary
    Find the frame | Which days, which budget, who comes to {{place}}?
    Sketch the days | One thing a day in {{place}}, afternoons free.
    Pack | A list for {{count}} days from the itinerary.`),
  lines(`
    Kitchen planner | A week of dinners
    Look into the cupboard | Sort {{ingredients}} by how soon they must be eaten.
    Plan the dinners | {{count}} dinners from the sorted list.
    Write the shopping list | What is missing, by shelf.`),
  lines(`
    Study partner | Reads with me and asks
    Outline | The argument of {{chapter}} in seven lines.
    Question me | Ask one question at a time and wait.
    Mark my answers | Say what was right, what was missing, where to read again.
    Cards for tomorrow | {{count}} cards from what I got wrong.`),
  lines(`
    Letter office | From a grumble to a letter
    Find the point | What does the writer want from {{recipient}}, in one sentence?
    Draft | Write it, one page, in {{language}}.
    Soften | The same letter with half of the adjectives.`),
];

interface VariableKind {
  type: string;
  required: boolean;
  description: string;
  default?: string;
  instructions?: string;
}

const variableKinds: Readonly<Record<string, VariableKind>> = {
  text: { type: 'string', required: true, description: 'The text to work on' },
  count: { type: 'number', required: false, description: 'How many', default: '5' },
  language: {
    type: 'string',
    required: false,
    description: 'The language to write in',
    default: 'European Portuguese',
    instructions: 'Its English name',
  },
};

/** The variables of a prompt, in the order in which it names them. */
function variablesOf(prompt: string): PromptVariable[] {
  const names = new Set(Array.from(prompt.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name ?? ''));
  return Array.from(names, (name) => ({
    name,
    ...(variableKinds[name] ?? { type: 'string', required: true, description: `The ${name}` }),
  }));
}

const parts = (line: string): string[] => line.split(' | ');

export interface Library {
  rules: DbRule[];
  tags: DbTag[];
  tagRuleLinks: DbTagRuleLink[];
  promptTemplates: DbPromptTemplate[];
  agents: DbPromptTemplate[];
}

/** Rules, tags, their links, prompt templates, and agents each followed by its tasks. */
export function createLibrary(calendar: Calendar, random: Random): Library {
  const dates = () => {
    const age = random.int(20, 700);
    return {
      createdAt: calendar.daysAgo(age, random),
      updatedAt: calendar.daysAgo(random.int(3, age - 1), random),
    };
  };

  const rules = ruleTexts.map((line): DbRule => {
    const [name = '', type = 'before', content = ''] = parts(line);
    return { id: random.id(), name, content, type, alwaysOn: name === 'Plain words', ...dates() };
  });

  const tagRuleLinks: DbTagRuleLink[] = [];
  const tags = tagTexts.map((line): DbTag => {
    const [name = '', description = '', positions = ''] = parts(line);
    const tag = { id: random.id(), name, description, ...dates() };
    for (const position of positions.split(' ')) {
      const rule = rules[Number(position)];
      if (rule) tagRuleLinks.push({ id: random.id(), tagId: tag.id, ruleId: rule.id });
    }
    return tag;
  });

  const template = (name: string, description: string, text: string): DbPromptTemplate => {
    const prompt = text.replaceAll('\\n', '\n');
    return {
      id: random.id(),
      name,
      description,
      variables: variablesOf(prompt),
      prompt,
      tags: random.chance(0.5) ? [random.pick(tags).id] : [],
      rules: random.chance(0.4) ? [random.pick(rules).id] : [],
      tools: [],
      type: 'prompt',
      parentId: null,
      followUps: [],
      isShortcut: random.chance(0.25),
      isPublic: random.chance(0.6),
      ...dates(),
    };
  };

  const promptTemplates = templateTexts.map((line) => {
    const [name = '', description = '', text = ''] = parts(line);
    return template(name, description, text);
  });

  const agents = agentTexts.flatMap(([heading = '', ...taskTexts]) => {
    const [agentName = '', about = ''] = parts(heading);
    const agent = template(agentName, about, `You are the ${agentName.toLowerCase()}. ${about}.`);
    agent.type = 'agent';
    const tasks = taskTexts.map((line): DbPromptTemplate => {
      const [name = '', text = ''] = parts(line);
      return {
        ...template(name, `A step of ${agentName}`, text),
        type: 'task',
        parentId: agent.id,
      };
    });
    tasks.forEach((task, position) => {
      const next = tasks[position + 1];
      task.followUps = next ? [next.id] : [];
    });
    return [agent, ...tasks];
  });

  return { rules, tags, tagRuleLinks, promptTemplates, agents };
}

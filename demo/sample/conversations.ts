import type {
  Conversation,
  DbProviderConfig,
  Interaction,
  Project,
  SyncRepo,
} from '../../src/model/entities.js';
import type { Calendar } from './calendar.js';
import { createEdgeCases } from './edge-cases.js';
import { ForeignSpeaker } from './foreign-speaker.js';
import type { ProjectKey } from './projects.js';
import { Deck, type Random } from './random.js';
import { capitalised, type Speaker } from './speaker.js';
import { TopicSpeaker } from './topic-speaker.js';
import { createTurns } from './turns.js';
import { familyTopics } from './topics/family.js';
import { homeTopics } from './topics/home.js';
import { learningTopics } from './topics/learning.js';
import { foreignTopics } from './topics/other-scripts.js';
import { softwareTopics } from './topics/software.js';

interface Thread {
  title: string;
  projects: readonly ProjectKey[];
  speaker: (random: Random) => Speaker;
}

interface Ground {
  calendar: Calendar;
  random: Random;
  projects: ReadonlyMap<ProjectKey, Project>;
  providers: readonly DbProviderConfig[];
  syncRepos: readonly SyncRepo[];
}

const DAYS = 730;
/** How many questions conversations have, dealt in turn: most are short, a few go on for days. */
const turnCounts = [
  1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 6, 6, 7, 8, 9, 10, 12, 14, 17, 20, 24, 30, 40,
];

function allThreads(): Thread[] {
  const topics = { ...softwareTopics, ...homeTopics, ...familyTopics, ...learningTopics };
  const ours = Object.values(topics).flatMap((topic) =>
    topic.titles.map((subject): Thread => {
      const speaker = (random: Random) => new TopicSpeaker(topic, subject, random);
      return { title: capitalised(subject), projects: topic.projects, speaker };
    }),
  );
  const foreign = Object.values(foreignTopics).flatMap((topic) =>
    topic.titles.map((title): Thread => {
      const speaker = (random: Random) => new ForeignSpeaker(topic, title, random);
      return { title, projects: topic.projects, speaker };
    }),
  );
  return [...ours, ...foreign];
}

/** Two years of conversations, newest first, with all their interactions. */
export function createConversations({ calendar, random, projects, providers, syncRepos }: Ground): {
  conversations: Conversation[];
  interactions: Interaction[];
} {
  const { now } = calendar;
  const conversations: Conversation[] = [];
  const interactions: Interaction[] = [];
  const threads = random.shuffled(allThreads());
  const turns = new Deck(random, turnCounts);

  threads.forEach(({ title, projects: candidates, speaker }, position) => {
    const own = random.fork(title);
    const id = own.id();
    // Denser towards today, the newest a quarter of an hour old.
    const age = Math.max(0.01, DAYS * (position / (threads.length - 1)) ** 1.7);
    const talk = createTurns({
      conversationId: id,
      title,
      speaker: speaker(own),
      turns: position === 9 ? 120 : turns.deal(),
      endsAt: calendar.daysAgo(age, own),
      providers,
      random: own,
    });
    const updatedAt = talk.at(-1)?.endedAt ?? now;
    const conversation: Conversation = {
      id,
      title,
      projectId: own.chance(0.35) ? null : (projects.get(own.pick(candidates))?.id ?? null),
      syncRepoId: null,
      lastSyncedAt: null,
      metadata: own.chance(0.15) ? { enabledTools: ['notes_search'], toolMaxStepsOverride: 3 } : {},
      createdAt: talk[0]?.startedAt ?? now,
      updatedAt,
    };
    if (own.chance(0.12)) {
      conversation.syncRepoId = own.pick(syncRepos).id;
      conversation.lastSyncedAt = updatedAt;
    }
    conversations.push(conversation);
    interactions.push(...talk);
  });

  const projectId = projects.get('edgeCases')?.id ?? null;
  const edge = createEdgeCases({ projectId, now, random: random.fork('edge cases') });
  return {
    conversations: [...conversations, ...edge.conversations],
    interactions: [...interactions, ...edge.interactions],
  };
}

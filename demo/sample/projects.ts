import type { DbRule, DbTag, Project } from '../../src/model/entities.js';
import type { Calendar } from './calendar.js';
import type { Random } from './random.js';

interface Seed {
  readonly name: string;
  readonly parent?: string;
  readonly systemPrompt?: string;
}

const seeds = {
  work: { name: 'Work' },
  harbour: {
    name: 'Harbour timetable',
    parent: 'work',
    systemPrompt:
      'TypeScript in strict mode, Lit, no framework. Show a diff rather than whole files.',
  },
  frontend: { name: 'Frontend', parent: 'harbour' },
  storage: {
    name: 'Offline storage',
    parent: 'frontend',
    systemPrompt: 'Everything happens in IndexedDB. Name the browser whenever they differ.',
  },
  deployment: { name: 'Deployment', parent: 'harbour' },
  home: { name: 'Home' },
  kitchen: {
    name: 'Kitchen',
    parent: 'home',
    systemPrompt: 'Metric units and grams. We are four, one of us eats no meat.',
  },
  bread: { name: 'Bread log', parent: 'kitchen' },
  garden: { name: 'Garden', parent: 'home' },
  renovation: { name: 'Renovation', parent: 'home' },
  family: { name: 'Family' },
  school: { name: 'School', parent: 'family' },
  physics: {
    name: 'Physics with Noor',
    parent: 'school',
    systemPrompt: 'Noor is fourteen. Ask a question back before giving the answer away.',
  },
  trips: { name: 'Trips', parent: 'family' },
  money: { name: 'Money and tax' },
  learning: { name: 'Learning' },
  portuguese: {
    name: 'Portuguese',
    parent: 'learning',
    systemPrompt: 'European Portuguese. Correct me, then go on in Portuguese.',
  },
  music: { name: 'Cello', parent: 'learning' },
  reading: { name: 'Reading group', parent: 'learning' },
  edgeCases: { name: 'Zoo of edge cases' },
} as const satisfies Record<string, Seed>;

export type ProjectKey = keyof typeof seeds;

interface Ground {
  calendar: Calendar;
  random: Random;
  rules: readonly DbRule[];
  tags: readonly DbTag[];
}

/** The tree of projects, four levels deep at `work › harbour › frontend › storage`. */
export function createProjects({
  calendar,
  random,
  rules,
  tags,
}: Ground): Map<ProjectKey, Project> {
  const projects = new Map<string, Project>();
  for (const [key, { name, parent, systemPrompt }] of Object.entries<Seed>(seeds)) {
    const above = parent === undefined ? undefined : projects.get(parent);
    const createdAt = calendar.daysAgo(random.int(735, 760) - projects.size, random);
    const project: Project = {
      id: random.id(),
      name,
      path: `${above?.path ?? ''}/${name}`,
      parentId: above?.id ?? null,
      createdAt,
      updatedAt: calendar.daysAgo(random.int(3, 600), random),
    };
    if (systemPrompt !== undefined) {
      project.systemPrompt = systemPrompt;
      project.temperature = random.pick([0.2, 0.4, 0.7]);
      project.defaultTagIds = random
        .shuffled(tags)
        .slice(0, 2)
        .map(({ id }) => id);
      project.defaultRuleIds = random
        .shuffled(rules)
        .slice(0, random.int(1, 3))
        .map(({ id }) => id);
    }
    projects.set(key, project);
  }
  return projects as Map<ProjectKey, Project>;
}

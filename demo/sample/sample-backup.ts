import { fullBackupName } from '../../src/formats/file-names.js';
import type {
  Conversation,
  DbPromptTemplate,
  DbRule,
  DbTag,
  DbTagRuleLink,
  Interaction,
  Project,
} from '../../src/model/entities.js';
import { Calendar } from './calendar.js';
import { createConfiguration, type Configuration } from './configuration.js';
import { createConversations } from './conversations.js';
import { createLibrary } from './library.js';
import { createProjects } from './projects.js';
import { Random } from './random.js';

export interface SampleOptions {
  /** Two backups of one seed and one `now` are the same to the byte. */
  seed?: number | string;
  /** When the backup was made; everything in it happened before. */
  now?: Date;
}

/** A full configuration backup; dates are `Date` and become ISO 8601 text in the file. */
export interface SampleBackup extends Configuration {
  version: 1;
  exportedAt: string;
  projects: Project[];
  conversations: Conversation[];
  interactions: Interaction[];
  rules: DbRule[];
  tags: DbTag[];
  tagRuleLinks: DbTagRuleLink[];
  promptTemplates: DbPromptTemplate[];
  agents: DbPromptTemplate[];
}

/** Makes up two years of one person's chats, with all that belongs to them. */
export function createSampleBackup({
  seed = 1,
  now = new Date(),
}: SampleOptions = {}): SampleBackup {
  const random = new Random(seed);
  const calendar = new Calendar(now);
  const library = createLibrary(calendar, random.fork('library'));
  const configuration = createConfiguration(calendar, random.fork('configuration'));
  const { rules, tags, tagRuleLinks, promptTemplates, agents } = library;
  const projects = createProjects({ calendar, random: random.fork('projects'), rules, tags });
  const { conversations, interactions } = createConversations({
    calendar,
    random: random.fork('conversations'),
    projects,
    providers: configuration.providerConfigs,
    syncRepos: configuration.syncRepos,
  });
  const { settings, apiKeys, providerConfigs, mods, syncRepos, mcpServers } = configuration;
  return {
    version: 1,
    exportedAt: now.toISOString(),
    settings,
    apiKeys,
    providerConfigs,
    projects: [...projects.values()],
    conversations,
    interactions,
    rules,
    tags,
    tagRuleLinks,
    mods,
    syncRepos,
    mcpServers,
    promptTemplates,
    agents,
  };
}

/** Writes a backup as text, one record a line. */
export function formatSampleBackup(backup: SampleBackup): string {
  const members = Object.entries(backup).map(([key, value]: [string, unknown]) => {
    const name = JSON.stringify(key);
    if (Array.isArray(value))
      return `${name}:[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
    if (typeof value !== 'object' || value === null) return `${name}:${JSON.stringify(value)}`;
    const entries = Object.entries(value).map(
      ([field, entry]) => `${JSON.stringify(field)}:${JSON.stringify(entry)}`,
    );
    return `${name}:{\n${entries.join(',\n')}\n}`;
  });
  return `{${members.join(',\n')}}\n`;
}

/** The sample as the file that the kit would have written at `now`. */
export function sampleBackupFile({ seed = 1, now = new Date() }: SampleOptions = {}): File {
  const text = formatSampleBackup(createSampleBackup({ seed, now }));
  return new File([text], fullBackupName(now), {
    type: 'application/json',
    lastModified: now.getTime(),
  });
}

import { LiteChatDatabase } from '../database/litechat-database.js';
import type {
  Conversation,
  DbApiKey,
  DbMod,
  DbPromptTemplate,
  DbProviderConfig,
  DbRule,
  DbTag,
  DbTagRuleLink,
  Draft,
  Interaction,
  Project,
  RowTypes,
  SyncRepo,
  TableName,
} from '../model/entities.js';
import { withDates } from '../model/row.js';
import * as cascades from './cascades.js';
import { changeInteraction, keepInteraction } from './change-interaction.js';
import { clearAllData } from './clear-all-data.js';
import { countRecords, type CollectionCounts } from './counts.js';
import { deleteInteraction } from './delete-interaction.js';
import {
  loadInteractions,
  loadInteractionWindow,
  unplacedInteractions,
  type InteractionWindow,
} from './interaction-windows.js';
import { keysOf } from './record-keys.js';
import { nextInteractionIndex } from './next-index.js';
import { inOrder } from './row-order.js';
import {
  deleteRows,
  keyOf,
  loadRows,
  newRow,
  putRows,
  saveRow,
  saveRows,
  updateRow,
} from './rows.js';
import { run } from './run.js';
import * as settings from './settings.js';
import { saveInteractionAndTouch, updateInteractionAndTouch } from './touch-conversation.js';
import { watchDeletions } from './watch-deletions.js';

/** A date field as hosts hand it in. */
type Dated<Row> = {
  [Field in keyof Row]: Date extends Row[Field] ? Row[Field] | string | number : Row[Field];
};
/**
 * What a save takes: the row, or one without its id and dates, with dates as `Date`, as ISO 8601
 * text or as milliseconds.
 */
export type Saveable<Row> = Dated<Draft<Row>>;

/**
 * Reads and writes records. Every method rejects with a `LiteChatError` and then has changed
 * nothing; every save takes proxies and date strings, keeps unknown fields, gives a missing id,
 * and resolves to the id; every list holds all rows, also those with missing or invalid fields.
 *
 * @throws {LiteChatError} record-invalid, name-taken, quota-exceeded, database-outdated, … from
 * every save; database-… from every load and delete.
 */
export class Persistence {
  readonly database: LiteChatDatabase;

  constructor(database: LiteChatDatabase) {
    this.database = database;
  }

  /** Newest first by `updatedAt`. */
  loadConversations(): Promise<Conversation[]> {
    return loadRows(this.database, 'conversations');
  }

  saveConversation(conversation: Saveable<Conversation>): Promise<string> {
    return saveRow(this.database, 'conversations', conversation);
  }

  /** All in one transaction, or none. */
  saveConversations(conversations: readonly Saveable<Conversation>[]): Promise<string[]> {
    return saveRows(this.database, 'conversations', conversations);
  }

  /** Deletes its interactions too, unless told to keep them. */
  deleteConversation(id: string, options?: { keepInteractions?: boolean }): Promise<void> {
    return cascades.deleteConversations(this.database, [id], options);
  }

  /** By `index`. */
  loadInteractionsForConversation(conversationId: string): Promise<Interaction[]> {
    return run(this.database, async () => {
      const rows = await this.database.interactions
        .where('conversationId')
        .anyOf(keysOf(conversationId))
        .toArray();
      return inOrder(
        'interactions',
        rows.map((row) => withDates('interactions', row)),
      );
    });
  }

  /** The last of a conversation by `index`, read without the others. */
  loadLastInteractions(conversationId: string, limit: number): Promise<InteractionWindow> {
    return loadInteractionWindow(this.database, conversationId, { limit });
  }

  /** Those just before an `index`; see {@link loadUnplacedInteractions} for those without one. */
  loadInteractionsBefore(
    conversationId: string,
    index: number,
    limit: number,
  ): Promise<InteractionWindow> {
    return loadInteractionWindow(this.database, conversationId, { limit, before: index });
  }

  /** Those just after an `index`. */
  loadInteractionsAfter(
    conversationId: string,
    index: number,
    limit: number,
  ): Promise<InteractionWindow> {
    return loadInteractionWindow(this.database, conversationId, { limit, after: index });
  }

  /** Those that no window holds: their `index` is missing or no number. They come last. */
  loadUnplacedInteractions(conversationId: string): Promise<Interaction[]> {
    return run(this.database, async () =>
      loadInteractions(this.database, await unplacedInteractions(this.database, conversationId)),
    );
  }

  /** The `index` for the next interaction of the conversation, from 0. */
  nextInteractionIndex(conversationId: string): Promise<number> {
    return nextInteractionIndex(this.database, conversationId);
  }

  /** Writes what it is given; the conversation's `updatedAt` stays unless it is to be touched. */
  saveInteraction(
    interaction: Saveable<Interaction>,
    { touchConversation = false }: { touchConversation?: boolean } = {},
  ): Promise<string> {
    return touchConversation
      ? saveInteractionAndTouch(this.database, interaction)
      : saveRow(this.database, 'interactions', interaction);
  }

  /**
   * Changes fields of an interaction and, unless told not to, its conversation's `updatedAt`.
   *
   * @throws {LiteChatError} not-found.
   */
  updateInteraction(
    id: string,
    updates: Partial<Saveable<Interaction>>,
    { touchConversation = true }: { touchConversation?: boolean } = {},
  ): Promise<Interaction> {
    return touchConversation
      ? updateInteractionAndTouch(this.database, id, updates)
      : updateRow(this.database, 'interactions', id, updates);
  }

  /**
   * Changes fields of an interaction by a write that has begun when this returns; the conversation's
   * `updatedAt` stays. Resolves to the row as it now is.
   *
   * @throws {LiteChatError} not-found.
   */
  changeInteraction(id: string, updates: Partial<Interaction>): Promise<Interaction> {
    return changeInteraction(this.database, id, updates);
  }

  /**
   * Puts an interaction that was read just now, with changes, so that it outlives a page that is
   * about to go. Beside `changeInteraction`, which tells others and refuses a row that is gone.
   */
  keepInteraction(row: Interaction, updates: Partial<Interaction>): void {
    keepInteraction(this.database, row, updates);
  }

  /**
   * Tells of every write, of this tab or another, with which interactions may have gone.
   *
   * @returns A function that ends it.
   */
  watchDeletedInteractions(listener: (mayBeGone: (id: string) => boolean) => void): () => void {
    return watchDeletions(this.database, 'interactions', listener);
  }

  /** All in one transaction, or none. */
  saveInteractions(interactions: readonly Saveable<Interaction>[]): Promise<string[]> {
    return saveRows(this.database, 'interactions', interactions);
  }

  /** The first regeneration of it, if any, takes its place. */
  deleteInteraction(id: string): Promise<void> {
    return deleteInteraction(this.database, id);
  }

  deleteInteractionsForConversation(conversationId: string): Promise<void> {
    return cascades.deleteInteractionsForConversation(this.database, conversationId);
  }

  /** By name; `parentId` tells the tree. */
  loadProjects(): Promise<Project[]> {
    return loadRows(this.database, 'projects');
  }

  /** @throws {LiteChatError} cycle when its parent is itself or below it. */
  saveProject(project: Saveable<Project>): Promise<string> {
    return saveRow(this.database, 'projects', project);
  }

  /** Deletes the projects below it too; their conversations move to the root, or go with them. */
  deleteProject(
    id: string,
    options?: { conversations?: cascades.ProjectConversations },
  ): Promise<void> {
    return cascades.deleteProject(this.database, id, options);
  }

  /** By name: prompts, agents and tasks. */
  loadPromptTemplates(): Promise<DbPromptTemplate[]> {
    return loadRows(this.database, 'promptTemplates');
  }

  savePromptTemplate(template: Saveable<DbPromptTemplate>): Promise<string> {
    return saveRow(this.database, 'promptTemplates', template);
  }

  /** An agent takes its tasks along. */
  deletePromptTemplate(id: string): Promise<void> {
    return cascades.deletePromptTemplate(this.database, id);
  }

  /** Resolves to the key. */
  saveSetting(key: string, value: unknown): Promise<string> {
    return settings.saveSetting(this.database, key, value);
  }

  /** The default is for a setting never saved; a read that fails rejects. */
  loadSetting<Value>(key: string, defaultValue: Value): Promise<Value> {
    return settings.loadSetting(this.database, key, defaultValue);
  }

  deleteSetting(key: string): Promise<void> {
    return settings.deleteSetting(this.database, key);
  }

  /**
   * Replaces a setting by what the function makes of the present value (undefined when never
   * saved), in one transaction. Resolves to the new value.
   */
  updateSetting(key: string, change: (value: unknown) => unknown): Promise<unknown> {
    return settings.updateSetting(this.database, key, change);
  }

  /** Every setting by its key, the MCP servers among them. */
  loadSettings(): Promise<Record<string, unknown>> {
    return settings.loadSettings(this.database);
  }

  /** By name. */
  loadProviderConfigs(): Promise<DbProviderConfig[]> {
    return loadRows(this.database, 'providerConfigs');
  }

  saveProviderConfig(config: Saveable<DbProviderConfig>): Promise<string> {
    return saveRow(this.database, 'providerConfigs', config);
  }

  deleteProviderConfig(id: string): Promise<void> {
    return this.#delete('providerConfigs', id);
  }

  /** By name, with their secret values. */
  loadApiKeys(): Promise<DbApiKey[]> {
    return loadRows(this.database, 'apiKeys');
  }

  saveApiKey(key: Saveable<DbApiKey>): Promise<string> {
    return saveRow(this.database, 'apiKeys', key);
  }

  /** Unlinks it from provider configurations. */
  deleteApiKey(id: string): Promise<void> {
    return cascades.deleteApiKey(this.database, id);
  }

  /** By name. */
  loadRules(): Promise<DbRule[]> {
    return loadRows(this.database, 'rules');
  }

  saveRule(rule: Saveable<DbRule>): Promise<string> {
    return saveRow(this.database, 'rules', rule);
  }

  /** Deletes its links and its place in projects' defaults too. */
  deleteRule(id: string): Promise<void> {
    return cascades.deleteRule(this.database, id);
  }

  /** By name. */
  loadTags(): Promise<DbTag[]> {
    return loadRows(this.database, 'tags');
  }

  saveTag(tag: Saveable<DbTag>): Promise<string> {
    return saveRow(this.database, 'tags', tag);
  }

  /** Deletes its links and its place in projects' defaults too. */
  deleteTag(id: string): Promise<void> {
    return cascades.deleteTag(this.database, id);
  }

  loadTagRuleLinks(): Promise<DbTagRuleLink[]> {
    return loadRows(this.database, 'tagRuleLinks');
  }

  /** A link that exists already keeps its id, which the promise resolves to. */
  saveTagRuleLink(link: Saveable<DbTagRuleLink>): Promise<string> {
    return run(this.database, async () => {
      const row = newRow('tagRuleLinks', link);
      return this.database.transaction('rw', this.database.tagRuleLinks, async () => {
        const present = await this.database.tagRuleLinks
          .where('[tagId+ruleId]')
          .equals([row.tagId, row.ruleId])
          .first();
        if (present) return keyOf('tagRuleLinks', present);
        await putRows(this.database, 'tagRuleLinks', [row]);
        return row.id;
      });
    });
  }

  deleteTagRuleLink(id: string): Promise<void> {
    return this.#delete('tagRuleLinks', id);
  }

  /** By `loadOrder`. */
  loadMods(): Promise<DbMod[]> {
    return loadRows(this.database, 'mods');
  }

  /** Resolves to its name, which is its key. */
  saveMod(mod: Saveable<DbMod>): Promise<string> {
    return saveRow(this.database, 'mods', mod);
  }

  /** By its name, or its `id` where it has one. */
  deleteMod(nameOrId: string): Promise<void> {
    return run(this.database, async () => {
      await this.database.mods
        .filter((mod) => mod.name === nameOrId || mod.id === nameOrId)
        .delete();
    });
  }

  /** By name. */
  loadSyncRepos(): Promise<SyncRepo[]> {
    return loadRows(this.database, 'syncRepos');
  }

  saveSyncRepo(repo: Saveable<SyncRepo>): Promise<string> {
    return saveRow(this.database, 'syncRepos', repo);
  }

  /** Unlinks it from conversations. */
  deleteSyncRepo(id: string): Promise<void> {
    return cascades.deleteSyncRepo(this.database, id);
  }

  /**
   * Changes fields of one row, leaving what others wrote meanwhile.
   *
   * @throws {LiteChatError} not-found.
   */
  updateRecord<Name extends TableName>(
    table: Name,
    key: string,
    updates: Partial<RowTypes[Name]>,
  ): Promise<RowTypes[Name]> {
    return updateRow(this.database, table, key, updates);
  }

  /** How many records each collection of a backup would hold. */
  countRecords(): Promise<CollectionCounts> {
    return countRecords(this.database);
  }

  /** Deletes everything, for good, in this browser. */
  clearAllData(): Promise<void> {
    return clearAllData(this.database);
  }

  #delete(table: TableName, key: string): Promise<void> {
    return run(this.database, () =>
      this.database.transaction('rw', table, () => deleteRows(this.database, table, [key])),
    );
  }
}

/** The ready instance on the default database, opened at its first use. */
export const PersistenceService = /* @__PURE__ */ new Persistence(
  /* @__PURE__ */ new LiteChatDatabase(),
);

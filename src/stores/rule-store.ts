import type { DbRule, DbTag, DbTagRuleLink } from '../model/entities.js';
import { rulesEvent } from '../model/events.js';
import type { Saveable } from '../persistence/persistence.js';
import { inOrder } from '../persistence/row-order.js';
import { newRow } from '../persistence/rows.js';
import {
  actionHandlers,
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import { TableRows } from './table-rows.js';

/** The rules and tags, and what can be done with them. */
export interface RuleState extends LiveState {
  /** By name. */
  rules: DbRule[];
  /** By name. */
  tags: DbTag[];
  tagRuleLinks: DbTagRuleLink[];

  loadRulesAndTags(): Promise<void>;
  /** Resolves to the id. */
  addRule(rule: Partial<Saveable<DbRule>>): Promise<string>;
  updateRule(id: string, updates: Partial<DbRule>): Promise<void>;
  /** Deletes its links and its place in projects' defaults too. */
  deleteRule(id: string): Promise<void>;
  /** Resolves to the id. */
  addTag(tag: Partial<Saveable<DbTag>>): Promise<string>;
  updateTag(id: string, updates: Partial<DbTag>): Promise<void>;
  /** Deletes its links and its place in projects' defaults too. */
  deleteTag(id: string): Promise<void>;
  linkTagToRule(tagId: string, ruleId: string): Promise<void>;
  unlinkTagFromRule(tagId: string, ruleId: string): Promise<void>;
}

export function createRuleStore({ persistence, events }: StoreDependencies): LiveStore<RuleState> {
  const rules = new TableRows(persistence, 'rules', () => persistence.loadRules());
  const tags = new TableRows(persistence, 'tags', () => persistence.loadTags());
  const links = new TableRows(persistence, 'tagRuleLinks', () => persistence.loadTagRuleLinks());

  return createLiveStore<RuleState>({
    lists: [rules, tags, links],
    shown: () => ({ rules: rules.shown, tags: tags.shown, tagRuleLinks: links.shown }),
    state: (_set, get) => ({
      status: { state: 'idle' },
      rules: [],
      tags: [],
      tagRuleLinks: [],

      async loadRulesAndTags() {
        const [allRules, allTags, allLinks] = await Promise.all([
          rules.load(),
          tags.load(),
          links.load(),
        ]);
        events.emit(rulesEvent.dataLoaded, { rules: allRules, tags: allTags, links: allLinks });
      },

      async addRule(draft) {
        const rule = await rules.put(draft, (row) => persistence.saveRule(row));
        events.emit(rulesEvent.ruleSaved, { rule });
        return rule.id;
      },

      async updateRule(id, updates) {
        const { row } = await rules.update(id, { updatedAt: new Date(), ...updates });
        events.emit(rulesEvent.ruleSaved, { rule: row });
      },

      async deleteRule(id) {
        await links.optimistically(
          (rows) => rows.filter(({ ruleId }) => ruleId !== id),
          () => rules.remove([id], () => persistence.deleteRule(id)),
        );
        events.emit(rulesEvent.ruleDeleted, { ruleId: id });
      },

      async addTag(draft) {
        const tag = await tags.put(draft, (row) => persistence.saveTag(row));
        events.emit(rulesEvent.tagSaved, { tag });
        return tag.id;
      },

      async updateTag(id, updates) {
        const { row } = await tags.update(id, { updatedAt: new Date(), ...updates });
        events.emit(rulesEvent.tagSaved, { tag: row });
      },

      async deleteTag(id) {
        await links.optimistically(
          (rows) => rows.filter(({ tagId }) => tagId !== id),
          () => tags.remove([id], () => persistence.deleteTag(id)),
        );
        events.emit(rulesEvent.tagDeleted, { tagId: id });
      },

      async linkTagToRule(tagId, ruleId) {
        const link = newRow('tagRuleLinks', { tagId, ruleId });
        // A link that exists already stays as it is and keeps its id.
        const id = await links.optimistically(
          (rows) =>
            rows.some(isLinkOf(tagId, ruleId)) ? rows : inOrder('tagRuleLinks', [...rows, link]),
          () => persistence.saveTagRuleLink(link),
        );
        events.emit(rulesEvent.linkSaved, { link: { ...link, id } });
      },

      async unlinkTagFromRule(tagId, ruleId) {
        const isGone = isLinkOf(tagId, ruleId);
        const ids = await links.optimistically(
          (rows) => rows.filter((link) => !isGone(link)),
          async () => {
            const gone = (await persistence.loadTagRuleLinks()).filter(isGone);
            for (const { id } of gone) await persistence.deleteTagRuleLink(id);
            return gone.map(({ id }) => id);
          },
        );
        for (const linkId of ids) events.emit(rulesEvent.linkDeleted, { linkId });
      },

      getRegisteredActionHandlers: () =>
        actionHandlers('rulesStore', {
          [rulesEvent.loadRulesAndTagsRequest]: get().loadRulesAndTags,
          [rulesEvent.addRuleRequest]: get().addRule,
          [rulesEvent.updateRuleRequest]: ({ id, updates }) => get().updateRule(id, updates),
          [rulesEvent.deleteRuleRequest]: ({ id }) => get().deleteRule(id),
          [rulesEvent.addTagRequest]: get().addTag,
          [rulesEvent.updateTagRequest]: ({ id, updates }) => get().updateTag(id, updates),
          [rulesEvent.deleteTagRequest]: ({ id }) => get().deleteTag(id),
          [rulesEvent.linkTagToRuleRequest]: ({ tagId, ruleId }) =>
            get().linkTagToRule(tagId, ruleId),
          [rulesEvent.unlinkTagFromRuleRequest]: ({ tagId, ruleId }) =>
            get().unlinkTagFromRule(tagId, ruleId),
        }),
    }),
  });
}

const isLinkOf =
  (tagId: string, ruleId: string) =>
  (link: DbTagRuleLink): boolean =>
    link.tagId === tagId && link.ruleId === ruleId;

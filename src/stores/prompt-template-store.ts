import type { DbPromptTemplate } from '../model/entities.js';
import { promptTemplateEvent } from '../model/events.js';
import { withDescendants } from '../model/with-descendants.js';
import type { Saveable } from '../persistence/persistence.js';
import {
  actionHandlers,
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import { TableRows } from './table-rows.js';

/** The prompt templates, agents and tasks, and what can be done with them. */
export interface PromptTemplateState extends LiveState {
  /** By name: prompts, agents and tasks. */
  promptTemplates: DbPromptTemplate[];

  loadPromptTemplates(): Promise<DbPromptTemplate[]>;
  /** Resolves to the id. */
  addPromptTemplate(template: Partial<Saveable<DbPromptTemplate>>): Promise<string>;
  updatePromptTemplate(id: string, updates: Partial<DbPromptTemplate>): Promise<void>;
  /** An agent takes its tasks along. */
  deletePromptTemplate(id: string): Promise<void>;
}

export function createPromptTemplateStore({
  persistence,
  events,
}: StoreDependencies): LiveStore<PromptTemplateState> {
  const rows = new TableRows(persistence, 'promptTemplates', () =>
    persistence.loadPromptTemplates(),
  );
  const emitChanged = (promptTemplates: DbPromptTemplate[]): void =>
    events.emit(promptTemplateEvent.promptTemplatesChanged, { promptTemplates });

  return createLiveStore<PromptTemplateState>({
    lists: [rows],
    shown: () => ({ promptTemplates: rows.shown }),
    state: (_set, get) => ({
      status: { state: 'idle' },
      promptTemplates: [],

      async loadPromptTemplates() {
        const promptTemplates = await rows.load();
        emitChanged(promptTemplates);
        return promptTemplates;
      },

      async addPromptTemplate(draft) {
        const promptTemplate = await rows.put(draft, (row) => persistence.savePromptTemplate(row));
        events.emit(promptTemplateEvent.promptTemplateAdded, { promptTemplate });
        await rows.whenKnown(emitChanged);
        return promptTemplate.id;
      },

      async updatePromptTemplate(id, updates) {
        const { row } = await rows.update(id, { updatedAt: new Date(), ...updates });
        events.emit(promptTemplateEvent.promptTemplateUpdated, { promptTemplate: row });
        await rows.whenKnown(emitChanged);
      },

      async deletePromptTemplate(id) {
        const doomed = withDescendants(rows.isReady ? rows.committed : await rows.load(), id);
        await rows.optimistically(
          (templates) => withoutTemplates(templates, doomed),
          () => persistence.deletePromptTemplate(id),
        );
        for (const gone of doomed) {
          events.emit(promptTemplateEvent.promptTemplateDeleted, { id: gone });
        }
        await rows.whenKnown(emitChanged);
      },

      getRegisteredActionHandlers: () =>
        actionHandlers('promptTemplateStore', {
          [promptTemplateEvent.loadPromptTemplatesRequest]: get().loadPromptTemplates,
          [promptTemplateEvent.addPromptTemplateRequest]: ({ promptTemplate }) =>
            get().addPromptTemplate(promptTemplate),
          [promptTemplateEvent.updatePromptTemplateRequest]: ({ id, updates }) =>
            get().updatePromptTemplate(id, updates),
          [promptTemplateEvent.deletePromptTemplateRequest]: ({ id }) =>
            get().deletePromptTemplate(id),
        }),
    }),
  });
}

/** Neither the templates nor follow-ups to them. */
function withoutTemplates(
  templates: readonly DbPromptTemplate[],
  doomed: readonly string[],
): DbPromptTemplate[] {
  return templates
    .filter(({ id }) => !doomed.includes(id))
    .map((template) =>
      template.followUps?.some((id) => doomed.includes(id))
        ? { ...template, followUps: template.followUps.filter((id) => !doomed.includes(id)) }
        : template,
    );
}

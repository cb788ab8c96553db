import type { EventName } from '../model/events.js';
import { createConversationStore, type ConversationState } from './conversation-store.js';
import type { EventEmitter } from './event-emitter.js';
import { createInteractionStore, type InteractionState } from './interaction-store.js';
import type { LiveStore, RegisteredActionHandler, StoreDependencies } from './live-store.js';
import { createMcpServerStore, type McpServerState } from './mcp-server-store.js';
import { createModStore, type ModState } from './mod-store.js';
import { createOutlineStore, type OutlineState } from './outline-store.js';
import { createProjectStore, type ProjectState } from './project-store.js';
import { createPromptTemplateStore, type PromptTemplateState } from './prompt-template-store.js';
import { createProviderStore, type ProviderState } from './provider-store.js';
import { createRuleStore, type RuleState } from './rule-store.js';
import type { SearchState } from './search-state.js';
import { createSearchStore } from './search-store.js';
import { createSelectionStore, type SelectionState } from './selection-store.js';
import { createSettingsStore, type SettingsState } from './settings-store.js';
import { createSyncRepoStore, type SyncRepoState } from './sync-repo-store.js';

/** The application's state, one store an aggregate. */
export interface Stores {
  selection: LiveStore<SelectionState>;
  outline: LiveStore<OutlineState>;
  conversations: LiveStore<ConversationState>;
  projects: LiveStore<ProjectState>;
  interactions: LiveStore<InteractionState>;
  settings: LiveStore<SettingsState>;
  providers: LiveStore<ProviderState>;
  rules: LiveStore<RuleState>;
  promptTemplates: LiveStore<PromptTemplateState>;
  mods: LiveStore<ModState>;
  syncRepos: LiveStore<SyncRepoState>;
  mcpServers: LiveStore<McpServerState>;
  search: LiveStore<SearchState>;
}

/**
 * Makes the stores and lets them answer the request events. Nothing is read before a store is
 * first subscribed to or acted on.
 *
 * @returns The stores, and a function that ends all they follow and answer.
 */
export function createStores(dependencies: StoreDependencies): {
  stores: Stores;
  dispose: () => void;
} {
  const selection = createSelectionStore(dependencies);
  const stores = {
    selection,
    outline: createOutlineStore(dependencies),
    conversations: createConversationStore(dependencies, selection),
    projects: createProjectStore(dependencies),
    interactions: createInteractionStore(dependencies),
    settings: createSettingsStore(dependencies),
    providers: createProviderStore(dependencies),
    rules: createRuleStore(dependencies),
    promptTemplates: createPromptTemplateStore(dependencies),
    mods: createModStore(dependencies),
    syncRepos: createSyncRepoStore(dependencies),
    mcpServers: createMcpServerStore(dependencies),
    search: createSearchStore(dependencies),
  };
  const all = Object.values(stores);
  const endAnswers = all
    .flatMap((store) => store.getState().getRegisteredActionHandlers())
    .map((registered) => answer(dependencies.events, registered));
  const dispose = (): void => {
    endAnswers.forEach((end) => end());
    all.forEach((store) => store.stop());
  };
  return { stores, dispose };
}

function answer<Name extends EventName>(
  events: EventEmitter,
  { eventName, handler }: RegisteredActionHandler<Name>,
): () => void {
  return events.on(eventName, (payload) => {
    // A request has no caller to reject to; the page's own error handling hears of it.
    handler(payload).catch(reportError);
  });
}

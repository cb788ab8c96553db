import type {
  Conversation,
  DbApiKey,
  DbMod,
  DbPromptTemplate,
  DbProviderConfig,
  DbRule,
  DbTag,
  DbTagRuleLink,
  Interaction,
  McpServer,
  Project,
  SyncRepo,
} from './entities.js';

/**
 * Names and payloads of the application's events, those of the existing application, so that its
 * mods keep working. Facts are emitted after a write has committed; requests ask a store to act.
 * No fact carries a secret's value.
 */

/** What a row of the sidebar is. */
export type SidebarItemType = 'conversation' | 'project';

type Changes<Row> = Partial<Omit<Row, 'id' | 'createdAt'>>;

/** Events of conversations, their selection and their repositories. */
export const conversationEvent = {
  conversationsLoaded: 'conversation.conversations.loaded',
  selectedItemChanged: 'conversation.selected.item.changed',
  conversationAdded: 'conversation.added',
  conversationUpdated: 'conversation.updated',
  conversationDeleted: 'conversation.deleted',
  conversationsCleared: 'conversation.conversations.cleared',
  syncRepoChanged: 'conversation.sync.repo.changed',

  loadConversationsRequest: 'conversation.load.conversations.request',
  addConversationRequest: 'conversation.add.conversation.request',
  updateConversationRequest: 'conversation.update.conversation.request',
  deleteConversationRequest: 'conversation.delete.conversation.request',
  selectItemRequest: 'conversation.select.item.request',
  addSyncRepoRequest: 'conversation.add.sync.repo.request',
  updateSyncRepoRequest: 'conversation.update.sync.repo.request',
  deleteSyncRepoRequest: 'conversation.delete.sync.repo.request',
  linkConversationToRepoRequest: 'conversation.link.conversation.to.repo.request',
} as const;

/** Events of projects. */
export const projectEvent = {
  loaded: 'project.loaded',
  added: 'project.added',
  updated: 'project.updated',
  deleted: 'project.deleted',

  loadProjectsRequest: 'project.load.projects.request',
  addProjectRequest: 'project.add.project.request',
  updateProjectRequest: 'project.update.project.request',
  deleteProjectRequest: 'project.delete.project.request',
} as const;

/** Events of interactions and of the conversation that is open. */
export const interactionEvent = {
  loaded: 'interaction.loaded',
  currentConversationIdChanged: 'interaction.current.conversation.id.changed',
  added: 'interaction.added',
  updated: 'interaction.updated',
  deleted: 'interaction.deleted',
  interactionRated: 'interaction.rated',

  loadInteractionsRequest: 'interaction.load.interactions.request',
  rateInteractionRequest: 'interaction.rate.interaction.request',
  setCurrentConversationIdRequest: 'interaction.set.current.conversation.id.request',
} as const;

/** Events of settings. */
export const settingsEvent = {
  loaded: 'settings.loaded',
  changed: 'settings.changed',
  deleted: 'settings.deleted',

  setSettingRequest: 'settings.set.setting.request',
  deleteSettingRequest: 'settings.delete.setting.request',
} as const;

/** Events of providers and their keys. */
export const providerEvent = {
  configsChanged: 'provider.configs.changed',
  apiKeysChanged: 'provider.api.keys.changed',

  addApiKeyRequest: 'provider.add.api.key.request',
  updateApiKeyRequest: 'provider.update.api.key.request',
  deleteApiKeyRequest: 'provider.delete.api.key.request',
  addProviderConfigRequest: 'provider.add.config.request',
  updateProviderConfigRequest: 'provider.update.config.request',
  deleteProviderConfigRequest: 'provider.delete.config.request',
} as const;

/** Events of rules, tags and the links between them. */
export const rulesEvent = {
  dataLoaded: 'rules.data.loaded',
  ruleSaved: 'rules.rule.saved',
  ruleDeleted: 'rules.rule.deleted',
  tagSaved: 'rules.tag.saved',
  tagDeleted: 'rules.tag.deleted',
  linkSaved: 'rules.link.saved',
  linkDeleted: 'rules.link.deleted',

  loadRulesAndTagsRequest: 'rules.load.rules.and.tags.request',
  addRuleRequest: 'rules.add.rule.request',
  updateRuleRequest: 'rules.update.rule.request',
  deleteRuleRequest: 'rules.delete.rule.request',
  addTagRequest: 'rules.add.tag.request',
  updateTagRequest: 'rules.update.tag.request',
  deleteTagRequest: 'rules.delete.tag.request',
  linkTagToRuleRequest: 'rules.link.tag.to.rule.request',
  unlinkTagFromRuleRequest: 'rules.unlink.tag.from.rule.request',
} as const;

/** Events of prompt templates, agents and tasks. */
export const promptTemplateEvent = {
  promptTemplatesChanged: 'prompt-template.prompts.changed',
  promptTemplateAdded: 'prompt-template.added',
  promptTemplateUpdated: 'prompt-template.updated',
  promptTemplateDeleted: 'prompt-template.deleted',

  loadPromptTemplatesRequest: 'prompt-template.load.request',
  addPromptTemplateRequest: 'prompt-template.add.request',
  updatePromptTemplateRequest: 'prompt-template.update.request',
  deletePromptTemplateRequest: 'prompt-template.delete.request',
} as const;

/** Events of mods. */
export const modEvent = {
  dbModsLoaded: 'mod.db.mods.loaded',

  loadDbModsRequest: 'mod.load.db.mods.request',
  addDbModRequest: 'mod.add.db.mod.request',
  updateDbModRequest: 'mod.update.db.mod.request',
  deleteDbModRequest: 'mod.delete.db.mod.request',
} as const;

/** Events of MCP servers. */
export const mcpEvent = {
  serversChanged: 'mcp.servers.changed',
  serverAdded: 'mcp.server.added',
  serverUpdated: 'mcp.server.updated',
  serverDeleted: 'mcp.server.deleted',

  setServersRequest: 'mcp.set.servers.request',
  addServerRequest: 'mcp.add.server.request',
  updateServerRequest: 'mcp.update.server.request',
  deleteServerRequest: 'mcp.delete.server.request',
} as const;

/** The payload of every event. */
export interface EventPayloads {
  [conversationEvent.conversationsLoaded]: { conversations: Conversation[] };
  [conversationEvent.selectedItemChanged]: {
    itemId: string | null;
    itemType: SidebarItemType | null;
  };
  [conversationEvent.conversationAdded]: { conversation: Conversation };
  [conversationEvent.conversationUpdated]: {
    conversationId: string;
    updates: Partial<Conversation>;
  };
  [conversationEvent.conversationDeleted]: { conversationId: string };
  [conversationEvent.conversationsCleared]: undefined;
  [conversationEvent.syncRepoChanged]: {
    repoId: string;
    action: 'added' | 'updated' | 'deleted';
  };
  [conversationEvent.loadConversationsRequest]: undefined;
  [conversationEvent.addConversationRequest]: Changes<Conversation> & { title: string };
  [conversationEvent.updateConversationRequest]: { id: string; updates: Changes<Conversation> };
  [conversationEvent.deleteConversationRequest]: { id: string };
  [conversationEvent.selectItemRequest]: { id: string | null; type: SidebarItemType | null };
  [conversationEvent.addSyncRepoRequest]: Omit<SyncRepo, 'id' | 'createdAt' | 'updatedAt'>;
  [conversationEvent.updateSyncRepoRequest]: { id: string; updates: Changes<SyncRepo> };
  [conversationEvent.deleteSyncRepoRequest]: { id: string };
  [conversationEvent.linkConversationToRepoRequest]: {
    conversationId: string;
    repoId: string | null;
  };

  [projectEvent.loaded]: { projects: Project[] };
  [projectEvent.added]: { project: Project };
  [projectEvent.updated]: { projectId: string; updates: Partial<Project> };
  [projectEvent.deleted]: { projectId: string };
  [projectEvent.loadProjectsRequest]: undefined;
  [projectEvent.addProjectRequest]: Changes<Project> & { name: string };
  [projectEvent.updateProjectRequest]: { id: string; updates: Changes<Project> };
  [projectEvent.deleteProjectRequest]: { id: string };

  [interactionEvent.loaded]: { conversationId: string; interactions: Interaction[] };
  [interactionEvent.currentConversationIdChanged]: { conversationId: string | null };
  [interactionEvent.added]: { interaction: Interaction };
  [interactionEvent.updated]: { interactionId: string; updates: Partial<Interaction> };
  [interactionEvent.deleted]: { interactionId: string };
  [interactionEvent.interactionRated]: { interactionId: string; rating: number | null };
  [interactionEvent.loadInteractionsRequest]: { conversationId: string };
  [interactionEvent.rateInteractionRequest]: { interactionId: string; rating: number | null };
  [interactionEvent.setCurrentConversationIdRequest]: { id: string | null };

  [settingsEvent.loaded]: { settings: Record<string, unknown> };
  [settingsEvent.changed]: { key: string; value: unknown };
  [settingsEvent.deleted]: { key: string };
  [settingsEvent.setSettingRequest]: { key: string; value: unknown };
  [settingsEvent.deleteSettingRequest]: { key: string };

  [providerEvent.configsChanged]: { providerConfigs: DbProviderConfig[] };
  /** Without their values. */
  [providerEvent.apiKeysChanged]: { apiKeys: Omit<DbApiKey, 'value'>[] };
  [providerEvent.addApiKeyRequest]: { name: string; providerId: string; value: string };
  [providerEvent.updateApiKeyRequest]: {
    id: string;
    name?: string;
    providerId?: string;
    value?: string;
  };
  [providerEvent.deleteApiKeyRequest]: { id: string };
  [providerEvent.addProviderConfigRequest]: Omit<
    DbProviderConfig,
    'id' | 'createdAt' | 'updatedAt'
  >;
  [providerEvent.updateProviderConfigRequest]: { id: string; changes: Changes<DbProviderConfig> };
  [providerEvent.deleteProviderConfigRequest]: { id: string };

  [rulesEvent.dataLoaded]: { rules: DbRule[]; tags: DbTag[]; links: DbTagRuleLink[] };
  [rulesEvent.ruleSaved]: { rule: DbRule };
  [rulesEvent.ruleDeleted]: { ruleId: string };
  [rulesEvent.tagSaved]: { tag: DbTag };
  [rulesEvent.tagDeleted]: { tagId: string };
  [rulesEvent.linkSaved]: { link: DbTagRuleLink };
  [rulesEvent.linkDeleted]: { linkId: string };
  [rulesEvent.loadRulesAndTagsRequest]: undefined;
  [rulesEvent.addRuleRequest]: Omit<DbRule, 'id' | 'createdAt' | 'updatedAt'>;
  [rulesEvent.updateRuleRequest]: { id: string; updates: Changes<DbRule> };
  [rulesEvent.deleteRuleRequest]: { id: string };
  [rulesEvent.addTagRequest]: Omit<DbTag, 'id' | 'createdAt' | 'updatedAt'>;
  [rulesEvent.updateTagRequest]: { id: string; updates: Changes<DbTag> };
  [rulesEvent.deleteTagRequest]: { id: string };
  [rulesEvent.linkTagToRuleRequest]: { tagId: string; ruleId: string };
  [rulesEvent.unlinkTagFromRuleRequest]: { tagId: string; ruleId: string };

  [promptTemplateEvent.promptTemplatesChanged]: { promptTemplates: DbPromptTemplate[] };
  [promptTemplateEvent.promptTemplateAdded]: { promptTemplate: DbPromptTemplate };
  [promptTemplateEvent.promptTemplateUpdated]: { promptTemplate: DbPromptTemplate };
  [promptTemplateEvent.promptTemplateDeleted]: { id: string };
  [promptTemplateEvent.loadPromptTemplatesRequest]: undefined;
  [promptTemplateEvent.addPromptTemplateRequest]: {
    promptTemplate: Omit<DbPromptTemplate, 'id' | 'createdAt' | 'updatedAt'>;
  };
  [promptTemplateEvent.updatePromptTemplateRequest]: {
    id: string;
    updates: Changes<DbPromptTemplate>;
  };
  [promptTemplateEvent.deletePromptTemplateRequest]: { id: string };

  [modEvent.dbModsLoaded]: { dbMods: DbMod[] };
  [modEvent.loadDbModsRequest]: undefined;
  [modEvent.addDbModRequest]: Omit<DbMod, 'id' | 'createdAt'>;
  [modEvent.updateDbModRequest]: { id: string; changes: Partial<DbMod> };
  [modEvent.deleteDbModRequest]: { id: string };

  [mcpEvent.serversChanged]: { servers: McpServer[] };
  [mcpEvent.serverAdded]: { server: McpServer };
  [mcpEvent.serverUpdated]: { server: McpServer };
  [mcpEvent.serverDeleted]: { serverId: string };
  [mcpEvent.setServersRequest]: { servers: McpServer[] };
  [mcpEvent.addServerRequest]: { server: Omit<McpServer, 'id'> };
  [mcpEvent.updateServerRequest]: { id: string; updates: Partial<McpServer> };
  [mcpEvent.deleteServerRequest]: { id: string };
}

/** The name of an event. */
export type EventName = keyof EventPayloads;

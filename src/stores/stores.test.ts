import { expect, waitUntil } from '@open-wc/testing';
import {
  conversationEvent,
  interactionEvent,
  mcpEvent,
  modEvent,
  projectEvent,
  promptTemplateEvent,
  providerEvent,
  rulesEvent,
  settingsEvent,
  type EventName,
} from '../model/events.js';
import { LiteChatDatabase } from '../database/litechat-database.js';
import { LiteChatError } from '../errors.js';
import { Persistence } from '../persistence/persistence.js';
import { freshDatabase } from '../../test/support/fresh-database.js';
import { fill } from '../../test/support/sample-rows.js';
import { EventEmitter } from './event-emitter.js';
import type { StoreDependencies } from './live-store.js';
import { createStores, type Stores } from './stores.js';

/** One action: what it makes of the sample rows, and which facts tell of it. */
interface ActionCase {
  action: string;
  act: (stores: Stores) => Promise<unknown>;
  /** Asks for the same by a request event. */
  ask?: (events: EventEmitter) => void;
  /** What the state shows of it. */
  shows: (stores: Stores) => unknown;
  expected: unknown;
  /** The events, with the part of their payload that matters. */
  facts: [name: EventName, payload: unknown][];
}

const titles = ({ conversations }: Stores): unknown =>
  conversations.getState().conversations.map(({ title }) => title);
const projectNames = ({ projects }: Stores): unknown =>
  projects.getState().projects.map(({ name }) => name);
const answers = ({ interactions }: Stores): unknown =>
  interactions.getState().interactions.map(({ response }) => response);
const setting =
  (key: string) =>
  ({ settings }: Stores): unknown =>
    settings.getState().settings[key];
const providers = ({ providers }: Stores): unknown =>
  providers.getState().providerConfigs.map(({ name, apiKeyId }) => [name, apiKeyId]);
const keys = ({ providers }: Stores): unknown =>
  providers.getState().apiKeys.map(({ name, value }) => [name, value]);
const rules = ({ rules }: Stores): unknown => {
  const state = rules.getState();
  return [
    state.rules.map(({ name }) => name),
    state.tags.map(({ name }) => name),
    state.tagRuleLinks.map(({ tagId, ruleId }) => `${tagId} ${ruleId}`),
  ];
};
const templates = ({ promptTemplates }: Stores): unknown =>
  promptTemplates.getState().promptTemplates.map(({ name, followUps }) => [name, followUps]);
const mods = ({ mods }: Stores): unknown =>
  mods.getState().mods.map(({ name, enabled }) => [name, enabled]);
const repos = ({ syncRepos }: Stores): unknown =>
  syncRepos.getState().syncRepos.map(({ name, password }) => [name, password]);
const servers = ({ mcpServers }: Stores): unknown =>
  mcpServers.getState().servers.map(({ name, headers }) => [name, headers]);

const structured = { parts: ['structured', 2] };
const bothLinks = ['tag-1 rule-1', 'tag-2 rule-1'];
const provider = {
  name: 'Anthropic',
  type: 'anthropic',
  isEnabled: true,
  apiKeyId: 'key-1',
  baseURL: 'https://user:canary-base-url@example.org/',
  headers: { 'x-key': 'canary-new-header' },
  enabledModels: null,
  autoFetchModels: false,
  fetchedModels: null,
  modelsLastFetchedAt: null,
};
const apiKey = { name: 'Second key', value: 'canary-new-key', providerId: 'anthropic' };
const repo = {
  name: 'Work',
  remoteUrl: 'https://canary-user-info@example.org/work.git',
  branch: 'main',
  password: 'canary-new-password',
};
const mod = {
  name: 'Spelling',
  sourceUrl: 'https://user:canary-source-url@example.org/mod.js',
  scriptContent: null,
  enabled: false,
  loadOrder: 2,
};
const rule = { name: 'Rhyme', content: 'Rhyme.', type: 'after' };
const template = {
  name: 'Zusammenfassung',
  description: '',
  variables: [],
  prompt: 'Fasse zusammen',
  tags: [],
  isPublic: false,
};
const server = {
  name: 'Search',
  url: 'https://user:canary-mcp-url@example.org/search',
  enabled: true,
  headers: { Authorization: 'canary-new-mcp' },
};
const emptiedServer = {
  ...server,
  url: 'https://example.org/search',
  headers: { Authorization: '' },
};
const files = { name: 'Files', headers: { Authorization: '' } };

const cases: ActionCase[] = [
  {
    action: 'addConversation',
    act: ({ conversations }) => conversations.getState().addConversation({ title: 'New talk' }),
    ask: (events) => events.emit(conversationEvent.addConversationRequest, { title: 'New talk' }),
    shows: titles,
    expected: ['New talk', 'Talk 3', 'Talk 2', 'Talk 1'],
    facts: [
      [
        conversationEvent.conversationAdded,
        { conversation: { title: 'New talk', projectId: null } },
      ],
    ],
  },
  {
    action: 'updateConversation',
    act: ({ conversations }) =>
      conversations.getState().updateConversation('conversation-1', { title: 'Renamed' }),
    ask: (events) =>
      events.emit(conversationEvent.updateConversationRequest, {
        id: 'conversation-1',
        updates: { title: 'Renamed' },
      }),
    shows: titles,
    expected: ['Renamed', 'Talk 3', 'Talk 2'],
    facts: [
      [
        conversationEvent.conversationUpdated,
        { conversationId: 'conversation-1', updates: { title: 'Renamed' } },
      ],
    ],
  },
  {
    action: 'updateConversation with a repository',
    act: ({ conversations }) =>
      conversations.getState().updateConversation('conversation-1', { syncRepoId: 'repo-1' }),
    ask: (events) =>
      events.emit(conversationEvent.linkConversationToRepoRequest, {
        conversationId: 'conversation-1',
        repoId: 'repo-1',
      }),
    shows: ({ conversations }) =>
      conversations.getState().conversations.map(({ syncRepoId }) => syncRepoId),
    expected: [null, 'repo-1', 'repo-1'],
    facts: [
      [
        conversationEvent.conversationUpdated,
        { conversationId: 'conversation-1', updates: { syncRepoId: 'repo-1' } },
      ],
    ],
  },
  {
    action: 'deleteConversation',
    act: ({ conversations }) => conversations.getState().deleteConversation('conversation-2'),
    ask: (events) =>
      events.emit(conversationEvent.deleteConversationRequest, { id: 'conversation-2' }),
    shows: titles,
    expected: ['Talk 3', 'Talk 1'],
    facts: [[conversationEvent.conversationDeleted, { conversationId: 'conversation-2' }]],
  },
  {
    action: 'addProject',
    act: ({ projects }) => projects.getState().addProject({ name: 'Zoo', parentId: 'project-1' }),
    ask: (events) =>
      events.emit(projectEvent.addProjectRequest, { name: 'Zoo', parentId: 'project-1' }),
    shows: projectNames,
    expected: ['Draft', 'Papers', 'Work', 'Zoo'],
    facts: [[projectEvent.added, { project: { name: 'Zoo', parentId: 'project-1' } }]],
  },
  {
    action: 'updateProject',
    act: ({ projects }) => projects.getState().updateProject('project-1', { name: 'Art' }),
    ask: (events) =>
      events.emit(projectEvent.updateProjectRequest, { id: 'project-1', updates: { name: 'Art' } }),
    shows: projectNames,
    expected: ['Art', 'Draft', 'Papers'],
    facts: [[projectEvent.updated, { projectId: 'project-1', updates: { name: 'Art' } }]],
  },
  {
    action: 'deleteProject',
    act: ({ projects }) => projects.getState().deleteProject('project-2'),
    ask: (events) => events.emit(projectEvent.deleteProjectRequest, { id: 'project-2' }),
    shows: projectNames,
    expected: ['Work'],
    facts: [
      [projectEvent.deleted, { projectId: 'project-2' }],
      [projectEvent.deleted, { projectId: 'project-3' }],
    ],
  },
  {
    action: 'addInteraction',
    act: ({ interactions }) =>
      interactions.getState().addInteraction({ response: 'Last', prompt: null }),
    shows: answers,
    expected: ['Answer 1', structured, 'A better answer', 'Last'],
    facts: [
      [
        interactionEvent.added,
        { interaction: { conversationId: 'conversation-1', index: 3, response: 'Last' } },
      ],
    ],
  },
  {
    action: 'updateInteraction',
    act: ({ interactions }) =>
      interactions.getState().updateInteraction('interaction-1-0', { response: 'Streamed' }),
    shows: answers,
    expected: ['Streamed', structured, 'A better answer'],
    facts: [
      [
        interactionEvent.updated,
        { interactionId: 'interaction-1-0', updates: { response: 'Streamed' } },
      ],
    ],
  },
  {
    action: 'rateInteraction',
    act: ({ interactions }) => interactions.getState().rateInteraction('interaction-1-1', 5),
    ask: (events) =>
      events.emit(interactionEvent.rateInteractionRequest, {
        interactionId: 'interaction-1-1',
        rating: 5,
      }),
    shows: ({ interactions }) =>
      interactions.getState().interactions.map(({ rating }) => rating ?? null),
    expected: [4, 5, null],
    facts: [[interactionEvent.interactionRated, { interactionId: 'interaction-1-1', rating: 5 }]],
  },
  {
    action: 'deleteInteraction',
    act: ({ interactions }) => interactions.getState().deleteInteraction('interaction-1-1'),
    shows: answers,
    expected: ['Answer 1', 'A better answer'],
    facts: [[interactionEvent.deleted, { interactionId: 'interaction-1-1' }]],
  },
  {
    action: 'setSetting',
    act: ({ settings }) => settings.getState().setSetting('theme', 'light'),
    ask: (events) => events.emit(settingsEvent.setSettingRequest, { key: 'theme', value: 'light' }),
    shows: setting('theme'),
    expected: 'light',
    facts: [[settingsEvent.changed, { key: 'theme', value: 'light' }]],
  },
  {
    action: 'setSetting with a token',
    act: ({ settings }) => settings.getState().setSetting('gitGlobalPat', 'canary-new-pat'),
    ask: (events) =>
      events.emit(settingsEvent.setSettingRequest, {
        key: 'gitGlobalPat',
        value: 'canary-new-pat',
      }),
    shows: setting('gitGlobalPat'),
    expected: 'canary-new-pat',
    facts: [[settingsEvent.changed, { key: 'gitGlobalPat', value: '' }]],
  },
  {
    action: 'setSetting with MCP servers',
    act: ({ settings }) =>
      settings.getState().setSetting('mcpServers', [{ id: 'mcp-2', ...server }]),
    shows: setting('mcpServers'),
    expected: [{ id: 'mcp-2', ...server }],
    facts: [
      [settingsEvent.changed, { key: 'mcpServers', value: [{ id: 'mcp-2', ...emptiedServer }] }],
    ],
  },
  {
    action: 'deleteSetting',
    act: ({ settings }) => settings.getState().deleteSetting('theme'),
    ask: (events) => events.emit(settingsEvent.deleteSettingRequest, { key: 'theme' }),
    shows: setting('theme'),
    expected: undefined,
    facts: [[settingsEvent.deleted, { key: 'theme' }]],
  },
  {
    action: 'addProviderConfig',
    act: ({ providers }) => providers.getState().addProviderConfig(provider),
    ask: (events) => events.emit(providerEvent.addProviderConfigRequest, provider),
    shows: providers,
    expected: [
      ['Anthropic', 'key-1'],
      ['OpenAI', 'key-1'],
    ],
    facts: [
      [
        providerEvent.configsChanged,
        {
          providerConfigs: [
            { name: 'Anthropic', baseURL: 'https://example.org/', headers: { 'x-key': '' } },
            { name: 'OpenAI', headers: { 'X-Org': '' } },
          ],
        },
      ],
    ],
  },
  {
    action: 'updateProviderConfig',
    act: ({ providers }) =>
      providers.getState().updateProviderConfig('provider-1', { name: 'Other' }),
    ask: (events) =>
      events.emit(providerEvent.updateProviderConfigRequest, {
        id: 'provider-1',
        changes: { name: 'Other' },
      }),
    shows: providers,
    expected: [['Other', 'key-1']],
    facts: [[providerEvent.configsChanged, { providerConfigs: [{ name: 'Other' }] }]],
  },
  {
    action: 'deleteProviderConfig',
    act: ({ providers }) => providers.getState().deleteProviderConfig('provider-1'),
    ask: (events) => events.emit(providerEvent.deleteProviderConfigRequest, { id: 'provider-1' }),
    shows: providers,
    expected: [],
    facts: [[providerEvent.configsChanged, { providerConfigs: [] }]],
  },
  {
    action: 'addApiKey',
    act: ({ providers }) => providers.getState().addApiKey(apiKey),
    ask: (events) => events.emit(providerEvent.addApiKeyRequest, apiKey),
    shows: keys,
    expected: [
      ['Main key', 'canary-key'],
      ['Second key', 'canary-new-key'],
    ],
    facts: [
      [providerEvent.apiKeysChanged, { apiKeys: [{ name: 'Main key' }, { name: 'Second key' }] }],
    ],
  },
  {
    action: 'updateApiKey',
    act: ({ providers }) => providers.getState().updateApiKey('key-1', { value: 'canary-newer' }),
    ask: (events) =>
      events.emit(providerEvent.updateApiKeyRequest, { id: 'key-1', value: 'canary-newer' }),
    shows: keys,
    expected: [['Main key', 'canary-newer']],
    facts: [[providerEvent.apiKeysChanged, { apiKeys: [{ name: 'Main key' }] }]],
  },
  {
    action: 'deleteApiKey',
    act: ({ providers }) => providers.getState().deleteApiKey('key-1'),
    ask: (events) => events.emit(providerEvent.deleteApiKeyRequest, { id: 'key-1' }),
    shows: (stores) => [keys(stores), providers(stores)],
    expected: [[], [['OpenAI', null]]],
    facts: [
      [providerEvent.apiKeysChanged, { apiKeys: [] }],
      [providerEvent.configsChanged, { providerConfigs: [{ name: 'OpenAI', apiKeyId: null }] }],
    ],
  },
  {
    action: 'addRule',
    act: ({ rules }) => rules.getState().addRule(rule),
    ask: (events) => events.emit(rulesEvent.addRuleRequest, rule),
    shows: rules,
    expected: [['Brief', 'Cite', 'Rhyme'], ['Python', 'Writing'], bothLinks],
    facts: [[rulesEvent.ruleSaved, { rule }]],
  },
  {
    action: 'updateRule',
    act: ({ rules }) => rules.getState().updateRule('rule-1', { name: 'Short' }),
    ask: (events) =>
      events.emit(rulesEvent.updateRuleRequest, { id: 'rule-1', updates: { name: 'Short' } }),
    shows: rules,
    expected: [['Cite', 'Short'], ['Python', 'Writing'], bothLinks],
    facts: [[rulesEvent.ruleSaved, { rule: { id: 'rule-1', name: 'Short', type: 'system' } }]],
  },
  {
    action: 'deleteRule',
    act: ({ rules }) => rules.getState().deleteRule('rule-1'),
    ask: (events) => events.emit(rulesEvent.deleteRuleRequest, { id: 'rule-1' }),
    shows: rules,
    expected: [['Cite'], ['Python', 'Writing'], []],
    facts: [[rulesEvent.ruleDeleted, { ruleId: 'rule-1' }]],
  },
  {
    action: 'addTag',
    act: ({ rules }) => rules.getState().addTag({ name: 'Maths' }),
    ask: (events) => events.emit(rulesEvent.addTagRequest, { name: 'Maths' }),
    shows: rules,
    expected: [['Brief', 'Cite'], ['Maths', 'Python', 'Writing'], bothLinks],
    facts: [[rulesEvent.tagSaved, { tag: { name: 'Maths' } }]],
  },
  {
    action: 'updateTag',
    act: ({ rules }) => rules.getState().updateTag('tag-1', { name: 'Code' }),
    ask: (events) =>
      events.emit(rulesEvent.updateTagRequest, { id: 'tag-1', updates: { name: 'Code' } }),
    shows: rules,
    expected: [['Brief', 'Cite'], ['Code', 'Writing'], bothLinks],
    facts: [[rulesEvent.tagSaved, { tag: { id: 'tag-1', name: 'Code' } }]],
  },
  {
    action: 'deleteTag',
    act: ({ rules }) => rules.getState().deleteTag('tag-1'),
    ask: (events) => events.emit(rulesEvent.deleteTagRequest, { id: 'tag-1' }),
    shows: rules,
    expected: [['Brief', 'Cite'], ['Writing'], ['tag-2 rule-1']],
    facts: [[rulesEvent.tagDeleted, { tagId: 'tag-1' }]],
  },
  {
    action: 'linkTagToRule',
    act: ({ rules }) => rules.getState().linkTagToRule('tag-1', 'rule-2'),
    ask: (events) =>
      events.emit(rulesEvent.linkTagToRuleRequest, { tagId: 'tag-1', ruleId: 'rule-2' }),
    shows: rules,
    expected: [
      ['Brief', 'Cite'],
      ['Python', 'Writing'],
      ['tag-1 rule-1', 'tag-1 rule-2', 'tag-2 rule-1'],
    ],
    facts: [[rulesEvent.linkSaved, { link: { tagId: 'tag-1', ruleId: 'rule-2' } }]],
  },
  {
    action: 'unlinkTagFromRule',
    act: ({ rules }) => rules.getState().unlinkTagFromRule('tag-1', 'rule-1'),
    ask: (events) =>
      events.emit(rulesEvent.unlinkTagFromRuleRequest, { tagId: 'tag-1', ruleId: 'rule-1' }),
    shows: rules,
    expected: [['Brief', 'Cite'], ['Python', 'Writing'], ['tag-2 rule-1']],
    facts: [[rulesEvent.linkDeleted, { linkId: 'link-1' }]],
  },
  {
    action: 'addPromptTemplate',
    act: ({ promptTemplates }) => promptTemplates.getState().addPromptTemplate(template),
    ask: (events) =>
      events.emit(promptTemplateEvent.addPromptTemplateRequest, { promptTemplate: template }),
    shows: templates,
    expected: [
      ['Collect', undefined],
      ['Researcher', ['template-1']],
      ['Summary', undefined],
      ['Zusammenfassung', undefined],
    ],
    facts: [
      [promptTemplateEvent.promptTemplateAdded, { promptTemplate: template }],
      [
        promptTemplateEvent.promptTemplatesChanged,
        {
          promptTemplates: [
            { name: 'Collect' },
            { name: 'Researcher' },
            { name: 'Summary' },
            template,
          ],
        },
      ],
    ],
  },
  {
    action: 'updatePromptTemplate',
    act: ({ promptTemplates }) =>
      promptTemplates.getState().updatePromptTemplate('task-1', { name: 'Gather' }),
    ask: (events) =>
      events.emit(promptTemplateEvent.updatePromptTemplateRequest, {
        id: 'task-1',
        updates: { name: 'Gather' },
      }),
    shows: templates,
    expected: [
      ['Gather', undefined],
      ['Researcher', ['template-1']],
      ['Summary', undefined],
    ],
    facts: [
      [
        promptTemplateEvent.promptTemplateUpdated,
        { promptTemplate: { id: 'task-1', name: 'Gather', parentId: 'agent-1' } },
      ],
      [
        promptTemplateEvent.promptTemplatesChanged,
        { promptTemplates: [{ name: 'Gather' }, { name: 'Researcher' }, { name: 'Summary' }] },
      ],
    ],
  },
  {
    action: 'deletePromptTemplate of an agent',
    act: ({ promptTemplates }) => promptTemplates.getState().deletePromptTemplate('agent-1'),
    ask: (events) =>
      events.emit(promptTemplateEvent.deletePromptTemplateRequest, { id: 'agent-1' }),
    shows: templates,
    expected: [['Summary', undefined]],
    facts: [
      [promptTemplateEvent.promptTemplateDeleted, { id: 'agent-1' }],
      [promptTemplateEvent.promptTemplateDeleted, { id: 'task-1' }],
      [promptTemplateEvent.promptTemplatesChanged, { promptTemplates: [{ name: 'Summary' }] }],
    ],
  },
  {
    action: 'deletePromptTemplate of a follow-up',
    act: ({ promptTemplates }) => promptTemplates.getState().deletePromptTemplate('template-1'),
    shows: templates,
    expected: [
      ['Collect', undefined],
      ['Researcher', []],
    ],
    facts: [
      [promptTemplateEvent.promptTemplateDeleted, { id: 'template-1' }],
      [
        promptTemplateEvent.promptTemplatesChanged,
        { promptTemplates: [{ name: 'Collect' }, { name: 'Researcher', followUps: [] }] },
      ],
    ],
  },
  {
    action: 'addMod',
    act: ({ mods }) => mods.getState().addMod(mod),
    ask: (events) => events.emit(modEvent.addDbModRequest, mod),
    shows: mods,
    expected: [
      ['Word count', true],
      ['Spelling', false],
    ],
    facts: [
      [
        modEvent.dbModsLoaded,
        {
          dbMods: [
            { name: 'Word count' },
            { name: 'Spelling', sourceUrl: 'https://example.org/mod.js' },
          ],
        },
      ],
    ],
  },
  {
    action: 'updateMod',
    act: ({ mods }) => mods.getState().updateMod('Word count', { enabled: false }),
    ask: (events) =>
      events.emit(modEvent.updateDbModRequest, { id: 'mod-1', changes: { enabled: false } }),
    shows: mods,
    expected: [['Word count', false]],
    facts: [[modEvent.dbModsLoaded, { dbMods: [{ name: 'Word count', enabled: false }] }]],
  },
  {
    action: 'deleteMod',
    act: ({ mods }) => mods.getState().deleteMod('Word count'),
    ask: (events) => events.emit(modEvent.deleteDbModRequest, { id: 'mod-1' }),
    shows: mods,
    expected: [],
    facts: [[modEvent.dbModsLoaded, { dbMods: [] }]],
  },
  {
    action: 'addSyncRepo',
    act: ({ syncRepos }) => syncRepos.getState().addSyncRepo({ id: 'repo-2', ...repo }),
    ask: (events) => events.emit(conversationEvent.addSyncRepoRequest, repo),
    shows: repos,
    expected: [
      ['Notes', 'canary-password'],
      ['Work', 'canary-new-password'],
    ],
    facts: [[conversationEvent.syncRepoChanged, { repoId: 'repo-2', action: 'added' }]],
  },
  {
    action: 'updateSyncRepo',
    act: ({ syncRepos }) =>
      syncRepos.getState().updateSyncRepo('repo-1', { password: 'canary-newer' }),
    ask: (events) =>
      events.emit(conversationEvent.updateSyncRepoRequest, {
        id: 'repo-1',
        updates: { password: 'canary-newer' },
      }),
    shows: repos,
    expected: [['Notes', 'canary-newer']],
    facts: [[conversationEvent.syncRepoChanged, { repoId: 'repo-1', action: 'updated' }]],
  },
  {
    action: 'deleteSyncRepo',
    act: ({ syncRepos }) => syncRepos.getState().deleteSyncRepo('repo-1'),
    ask: (events) => events.emit(conversationEvent.deleteSyncRepoRequest, { id: 'repo-1' }),
    shows: repos,
    expected: [],
    facts: [[conversationEvent.syncRepoChanged, { repoId: 'repo-1', action: 'deleted' }]],
  },
  {
    action: 'setServers',
    act: ({ mcpServers }) => mcpServers.getState().setServers([{ id: 'mcp-2', ...server }]),
    ask: (events) =>
      events.emit(mcpEvent.setServersRequest, { servers: [{ id: 'mcp-2', ...server }] }),
    shows: servers,
    expected: [['Search', { Authorization: 'canary-new-mcp' }]],
    facts: [[mcpEvent.serversChanged, { servers: [{ id: 'mcp-2', ...emptiedServer }] }]],
  },
  {
    action: 'addServer',
    act: ({ mcpServers }) => mcpServers.getState().addServer(server),
    ask: (events) => events.emit(mcpEvent.addServerRequest, { server }),
    shows: servers,
    expected: [
      ['Files', { Authorization: 'canary-mcp' }],
      ['Search', { Authorization: 'canary-new-mcp' }],
    ],
    facts: [
      [mcpEvent.serversChanged, { servers: [files, emptiedServer] }],
      [mcpEvent.serverAdded, { server: emptiedServer }],
    ],
  },
  {
    action: 'updateServer',
    act: ({ mcpServers }) => mcpServers.getState().updateServer('mcp-1', { name: 'Folders' }),
    ask: (events) =>
      events.emit(mcpEvent.updateServerRequest, { id: 'mcp-1', updates: { name: 'Folders' } }),
    shows: servers,
    expected: [['Folders', { Authorization: 'canary-mcp' }]],
    facts: [
      [mcpEvent.serversChanged, { servers: [{ ...files, name: 'Folders' }] }],
      [mcpEvent.serverUpdated, { server: { ...files, id: 'mcp-1', name: 'Folders' } }],
    ],
  },
  {
    action: 'deleteServer',
    act: ({ mcpServers }) => mcpServers.getState().deleteServer('mcp-1'),
    ask: (events) => events.emit(mcpEvent.deleteServerRequest, { id: 'mcp-1' }),
    shows: servers,
    expected: [],
    facts: [
      [mcpEvent.serversChanged, { servers: [] }],
      [mcpEvent.serverDeleted, { serverId: 'mcp-1' }],
    ],
  },
];

const loads: [what: string, ask: (events: EventEmitter) => void, fact: EventName][] = [
  [
    'conversations',
    (events) => events.emit(conversationEvent.loadConversationsRequest),
    conversationEvent.conversationsLoaded,
  ],
  ['projects', (events) => events.emit(projectEvent.loadProjectsRequest), projectEvent.loaded],
  [
    'rules and tags',
    (events) => events.emit(rulesEvent.loadRulesAndTagsRequest),
    rulesEvent.dataLoaded,
  ],
  [
    'prompt templates',
    (events) => events.emit(promptTemplateEvent.loadPromptTemplatesRequest),
    promptTemplateEvent.promptTemplatesChanged,
  ],
  ['mods', (events) => events.emit(modEvent.loadDbModsRequest), modEvent.dbModsLoaded],
  [
    'interactions',
    (events) =>
      events.emit(interactionEvent.loadInteractionsRequest, { conversationId: 'conversation-2' }),
    interactionEvent.currentConversationIdChanged,
  ],
  [
    'the current conversation',
    (events) =>
      events.emit(interactionEvent.setCurrentConversationIdRequest, { id: 'conversation-2' }),
    interactionEvent.currentConversationIdChanged,
  ],
  [
    'a selection',
    (events) =>
      events.emit(conversationEvent.selectItemRequest, { id: 'project-1', type: 'project' }),
    conversationEvent.selectedItemChanged,
  ],
];

const eventNames: EventName[] = [
  conversationEvent,
  projectEvent,
  interactionEvent,
  settingsEvent,
  providerEvent,
  rulesEvent,
  promptTemplateEvent,
  modEvent,
  mcpEvent,
].flatMap((names) => Object.values<EventName>(names));

interface Tab {
  persistence: Persistence;
  stores: Stores;
  events: EventEmitter;
  /** Every fact so far. */
  facts: { name: EventName; payload: unknown }[];
}

const isRequest = (name: EventName): boolean => name.endsWith('.request');

describe('the stores', () => {
  const endings: (() => void)[] = [];

  afterEach(() => {
    for (const end of endings.splice(0).reverse()) end();
  });

  /** The stores of one tab, following the database. */
  async function openTab(database: LiteChatDatabase): Promise<Tab> {
    const persistence = new Persistence(database);
    const events = new EventEmitter();
    const { stores, dispose } = createStores({ persistence, events });
    endings.push(() => database.close(), dispose);
    await Promise.all(all(stores).map((store) => store.follow()));
    await stores.interactions.getState().setCurrentConversationId('conversation-1');
    const facts: Tab['facts'] = [];
    events.onAny((name, payload) => {
      if (!isRequest(name)) facts.push({ name, payload });
    });
    return { persistence, stores, events, facts };
  }

  async function openFilledTab(): Promise<Tab> {
    const database = freshDatabase();
    await fill(new Persistence(database));
    return openTab(database);
  }

  for (const { action, act, ask, shows, expected, facts } of cases) {
    it(`${action} shows at once, and tells when it is written`, async () => {
      const tab = await openFilledTab();
      expect(shows(tab.stores)).not.to.deep.equal(expected);
      const writes = holdWrites(tab.persistence);
      const done = act(tab.stores);
      expect(shows(tab.stores), 'while writing').to.deep.equal(expected);
      expect(tab.facts, 'while writing').to.deep.equal([]);
      writes.release();
      await done;
      expect(shows(tab.stores), 'when written').to.deep.equal(expected);
      const fresh = await openTab(tab.persistence.database);
      expect(shows(fresh.stores), 'in the database').to.deep.equal(expected);
      expect(
        tab.facts.map(({ name, payload }, at) => [name, like(payload, facts[at]?.[1])]),
      ).to.deep.equal(facts);
      expect(JSON.stringify(tab.facts)).not.to.contain('canary');
    });

    it(`${action} is taken back and not told when the write fails`, async () => {
      const tab = await openFilledTab();
      const before = picture(tab.stores);
      const writes = holdWrites(tab.persistence);
      const done = act(tab.stores);
      const failure = new Error('The disk is on fire');
      writes.fail(failure);
      expect(await done.catch((error: unknown) => error)).to.equal(failure);
      expect(picture(tab.stores)).to.deep.equal(before);
      expect(tab.facts).to.deep.equal([]);
    });

    it(`${action} shows in another tab within a second`, async () => {
      const tab = await openFilledTab();
      const other = await openTab(new LiteChatDatabase(tab.persistence.database.name));
      await act(tab.stores);
      await waitUntil(
        () => JSON.stringify(shows(other.stores)) === JSON.stringify(expected),
        JSON.stringify(expected),
        { timeout: 1000 },
      );
    });

    if (ask) {
      it(`${action} is done on request`, async () => {
        const tab = await openFilledTab();
        ask(tab.events);
        await waitUntil(() => tab.facts.length === facts.length, 'no facts');
        expect(tab.facts.map(({ name }) => name)).to.deep.equal(facts.map(([name]) => name));
        expect(shows(tab.stores)).to.deep.equal(expected);
      });
    }
  }

  for (const [what, ask, fact] of loads) {
    it(`load ${what} on request, and tell`, async () => {
      const { events, facts } = await openFilledTab();
      ask(events);
      await waitUntil(() => facts.length > 0, 'no facts');
      expect(facts.at(-1)?.name).to.equal(fact);
      expect(JSON.stringify(facts)).not.to.contain('canary');
    });
  }

  it('answer every request once', () => {
    const { stores } = createStores(dependencies());
    const answered = all(stores)
      .flatMap((store) => store.getState().getRegisteredActionHandlers())
      .map(({ eventName }) => eventName);
    expect(answered.sort()).to.deep.equal(eventNames.filter(isRequest).sort());
  });

  it('report a request that fails to the page', async () => {
    const { events, facts } = await openFilledTab();
    const reported = await reportedErrors(1, () =>
      events.emit(projectEvent.updateProjectRequest, { id: 'nowhere', updates: { name: 'x' } }),
    );
    expect(reported[0]).to.be.instanceOf(LiteChatError).and.to.include({ code: 'not-found' });
    expect(facts).to.deep.equal([]);
  });

  it('do what they are asked though a listener throws', async () => {
    const tab = await openFilledTab();
    const failure = new Error('a mod fails');
    tab.events.on(conversationEvent.conversationDeleted, () => {
      throw failure;
    });
    const heard: unknown[] = [];
    tab.events.on(conversationEvent.conversationDeleted, (payload) => heard.push(payload));
    const reported = await reportedErrors(1, () =>
      tab.stores.conversations.getState().deleteConversation('conversation-1'),
    );
    expect(reported).to.deep.equal([failure]);
    expect(heard).to.deep.equal([{ conversationId: 'conversation-1' }]);
    expect(titles(tab.stores)).to.deep.equal(['Talk 3', 'Talk 2']);
  });

  it('answer and follow no more once disposed of', async () => {
    const given = dependencies();
    await fill(given.persistence);
    const { stores, dispose } = createStores(given);
    const witness = createStores({ ...given, events: new EventEmitter() });
    for (const { conversations } of [stores, witness.stores]) {
      conversations.getState().selectItem('conversation-1', 'conversation');
    }
    await Promise.all([stores, witness.stores].flatMap(all).map((store) => store.follow()));
    dispose();
    given.events.emit(conversationEvent.addConversationRequest, { title: 'Unheard' });
    await given.persistence.deleteConversation('conversation-1');
    const { conversations } = witness.stores;
    await waitUntil(() => conversations.getState().conversations.length === 2);
    await waitUntil(() => conversations.getState().selectedItemId === null);
    witness.dispose();
    expect(titles(stores)).to.have.length(3);
    expect(stores.conversations.getState().selectedItemId).to.equal('conversation-1');
    expect(all(stores).map((store) => store.getState().status.state)).to.deep.equal(
      all(stores).map(() => 'idle'),
    );
  });
});

function dependencies(): StoreDependencies {
  return { persistence: new Persistence(freshDatabase()), events: new EventEmitter() };
}

/** What the page hears of while the action runs, once there is so much of it. */
async function reportedErrors(count: number, act: () => unknown): Promise<unknown[]> {
  const reported: unknown[] = [];
  const { reportError } = globalThis;
  globalThis.reportError = (error) => reported.push(error);
  try {
    await act();
    await waitUntil(() => reported.length >= count);
  } finally {
    globalThis.reportError = reportError;
  }
  return reported;
}

/** Makes every write wait until it is let through or made to fail. */
function holdWrites(persistence: Persistence): {
  release: () => void;
  fail: (error: Error) => void;
} {
  let release = (): void => undefined;
  let fail: (error: Error) => void = () => undefined;
  const gate = new Promise<void>((resolve, reject) => {
    release = resolve;
    fail = reject;
  });
  // A write that fails before it comes to the gate leaves nobody to hear of this one.
  gate.catch(() => undefined);
  for (const name of Object.getOwnPropertyNames(Persistence.prototype)) {
    if (!/^(save|update|delete)/.test(name)) continue;
    const write: unknown = Reflect.get(persistence, name);
    if (typeof write !== 'function') continue;
    Reflect.set(persistence, name, async (...given: unknown[]): Promise<unknown> => {
      await gate;
      const written: unknown = await Reflect.apply(write, persistence, given);
      return written;
    });
  }
  return { release, fail };
}

const all = (stores: Stores): Stores[keyof Stores][] => Object.values({ ...stores });

/** All that the stores show. */
function picture(stores: Stores): unknown {
  return all(stores).map((store) =>
    Object.fromEntries(
      Object.entries<unknown>({ ...store.getState() }).filter(
        ([, value]) => typeof value !== 'function',
      ),
    ),
  );
}

/** The part of the value that the pattern has. */
function like(value: unknown, pattern: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(pattern)) {
    return value.map((item, at) => like(item, pattern[at]));
  }
  if (!(value instanceof Object) || !(pattern instanceof Object)) return value;
  return Object.fromEntries(
    Object.entries(pattern).map(([key, part]) => [key, like(Reflect.get(value, key), part)]),
  );
}

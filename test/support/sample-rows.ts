import type { Persistence } from '../../src/persistence/persistence.js';

export const day = (number: number): Date => new Date(Date.UTC(2026, 0, number, 12));

/** One more message, for tests that add to them. */
export const message = (id: string, conversationId: string, parentId: string | null = null) => ({
  id,
  conversationId,
  parentId,
  type: 'message.user_assistant',
  index: 0,
  prompt: null,
  response: 'Hello',
  status: 'COMPLETED' as const,
  startedAt: day(1),
  endedAt: day(1),
  metadata: {},
});

/** Fills every table with a few rows that refer to each other, with unknown fields among them. */
export async function fill(persistence: Persistence): Promise<void> {
  const dates = { createdAt: day(1), updatedAt: day(2) };
  await persistence.saveTag({ id: 'tag-1', name: 'Python', ...dates });
  await persistence.saveTag({ id: 'tag-2', name: 'Writing', description: 'prose', ...dates });
  const rule = { content: 'Answer briefly.', type: 'system', ...dates };
  await persistence.saveRule({ id: 'rule-1', name: 'Brief', ...rule });
  await persistence.saveRule({ id: 'rule-2', name: 'Cite', ...rule, alwaysOn: true });
  await persistence.saveTagRuleLink({ id: 'link-1', tagId: 'tag-1', ruleId: 'rule-1' });
  await persistence.saveTagRuleLink({ id: 'link-2', tagId: 'tag-2', ruleId: 'rule-1' });
  await persistence.saveSyncRepo({
    id: 'repo-1',
    name: 'Notes',
    remoteUrl: 'https://user:canary-url@example.org/notes.git',
    branch: 'main',
    password: 'canary-password',
    lastPulledAt: day(3),
    ...dates,
  });
  await persistence.saveProject({
    id: 'project-1',
    name: 'Work',
    parentId: null,
    defaultRuleIds: ['rule-1', 'rule-2'],
    defaultTagIds: ['tag-1'],
    ...dates,
  });
  await persistence.saveProject({
    id: 'project-2',
    name: 'Papers',
    parentId: 'project-1',
    ...dates,
  });
  await persistence.saveProject({
    id: 'project-3',
    name: 'Draft',
    parentId: 'project-2',
    ...dates,
  });
  for (const number of [1, 2, 3]) {
    await persistence.saveConversation({
      id: `conversation-${number}`,
      title: `Talk ${number}`,
      projectId: number === 1 ? null : `project-${number}`,
      syncRepoId: number === 2 ? 'repo-1' : null,
      metadata: { enabledTools: ['search'], pinned: number === 1 },
      ...(number === 3 && { futureField: { keep: ['me', 1, null] } }),
      createdAt: day(number),
      updatedAt: day(10 + number),
    });
    for (const index of [0, 1]) {
      await persistence.saveInteraction({
        id: `interaction-${number}-${index}`,
        conversationId: `conversation-${number}`,
        type: 'message.user_assistant',
        index,
        parentId: null,
        prompt: { id: `prompt-${number}-${index}`, content: `Question ${index}, ünïcödé 漢字 🙂` },
        response: index === 0 ? `Answer ${number}` : { parts: ['structured', 2] },
        status: 'COMPLETED',
        startedAt: day(number),
        endedAt: index === 0 ? day(number) : null,
        rating: index === 0 ? 4 : null,
        metadata: { modelId: 'm-1', inputTokens: 12, toolCalls: [{ name: 'search' }] },
      });
    }
  }
  await persistence.saveInteraction({
    id: 'regeneration-1',
    conversationId: 'conversation-1',
    type: 'message.assistant_regen',
    index: 2,
    parentId: 'interaction-1-0',
    prompt: null,
    response: 'A better answer',
    status: 'COMPLETED',
    startedAt: day(5),
    endedAt: day(5),
    metadata: { regeneratedFromId: 'interaction-1-0' },
  });
  await persistence.saveApiKey({
    id: 'key-1',
    name: 'Main key',
    value: 'canary-key',
    providerId: 'openai',
    ...dates,
  });
  await persistence.saveProviderConfig({
    id: 'provider-1',
    name: 'OpenAI',
    type: 'openai',
    isEnabled: true,
    apiKeyId: 'key-1',
    baseURL: null,
    enabledModels: ['m-1'],
    autoFetchModels: false,
    fetchedModels: [{ id: 'm-1' }],
    modelsLastFetchedAt: day(4),
    headers: { 'X-Org': 'canary-header' },
    ...dates,
  } as Parameters<Persistence['saveProviderConfig']>[0]);
  await persistence.saveMod({
    id: 'mod-1',
    name: 'Word count',
    sourceUrl: null,
    scriptContent: 'export default 1;',
    enabled: true,
    loadOrder: 1,
    createdAt: day(1),
  });
  const template = {
    description: '',
    variables: [],
    prompt: 'Do {{it}}',
    tags: [],
    isPublic: false,
  };
  await persistence.savePromptTemplate({
    id: 'template-1',
    name: 'Summary',
    ...template,
    ...dates,
  });
  await persistence.savePromptTemplate({
    id: 'agent-1',
    name: 'Researcher',
    type: 'agent',
    followUps: ['template-1'],
    ...template,
    ...dates,
  });
  await persistence.savePromptTemplate({
    id: 'task-1',
    name: 'Collect',
    type: 'task',
    parentId: 'agent-1',
    ...template,
    ...dates,
  });
  await persistence.saveSetting('theme', 'dark');
  await persistence.saveSetting('gitGlobalPat', 'canary-pat');
  await persistence.saveSetting('mcpServers', [
    {
      id: 'mcp-1',
      name: 'Files',
      url: 'https://example.org/mcp',
      enabled: true,
      headers: { Authorization: 'canary-mcp' },
    },
  ]);
}

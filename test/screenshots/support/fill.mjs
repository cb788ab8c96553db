/**
 * Some projects and conversations, one of which holds what a conversation can hold, and a few rows of
 * everything else. Runs in the page.
 *
 * @param {string} now
 */
export async function fill(now) {
  const { PersistenceService: service, defaultContext } = await import('/cdn/litechat-elements.js');
  const ago = (hours) => new Date(new Date(now).getTime() - hours * 3_600_000);
  const dates = { createdAt: ago(2000), updatedAt: ago(200) };

  await service.saveProject({ id: 'garden', name: 'Kitchen garden', parentId: null, ...dates });
  await service.saveProject({ id: 'seeds', name: 'Seeds', parentId: 'garden', ...dates });
  await service.saveProject({ id: 'thesis', name: 'Thesis', parentId: null, ...dates });
  await service.saveProject({ id: 'later', name: 'Later', parentId: null, ...dates });
  const conversations = [
    ['bread', 'How long does sourdough keep?', null, 0.2],
    ['train', 'Night train to Lisbon', null, 2],
    [
      'long',
      'Why the bean seedlings on the north windowsill lean and what to do about it',
      null,
      26,
    ],
    ['untitled', '', null, 50],
    ['soil', 'Soil for tomatoes', 'garden', 30],
    ['slugs', 'Slugs, without poison', 'garden', 80],
    ['beans', 'Climbing beans', 'seeds', 100],
    ['outline', 'Outline of chapter two', 'thesis', 300],
    ['lease', 'Questions about the lease', null, 400],
    ['gift', 'A present for a potter', null, 3000],
    ['old', 'Old plan of the beds', null, 9000],
  ];
  await service.saveConversations(
    conversations.map(([id, title, projectId, hours]) => ({
      id,
      title,
      projectId,
      createdAt: ago(hours + 1),
      updatedAt: ago(hours),
    })),
  );

  const turn = (conversationId, index, question, response, more = {}) => ({
    id: `${conversationId}-${index}`,
    conversationId,
    index,
    type: 'message.user_assistant',
    parentId: null,
    prompt: question === null ? null : { id: `p-${conversationId}-${index}`, content: question },
    response,
    status: 'COMPLETED',
    startedAt: ago(0.5 - index / 100),
    endedAt: ago(0.49 - index / 100),
    ...more,
    metadata: { modelId: 'model-4', inputTokens: 420, outputTokens: 1280, ...more.metadata },
  });
  const bread = turn(
    'bread',
    0,
    'How long does sourdough bread keep?',
    [
      'Four to five days at room temperature, cut side down.',
      '',
      '- **Not** in the fridge, where it goes stale',
      '- Sliced and frozen: three months',
    ].join('\n'),
  );
  const sum = [
    'With `75 %` of water:',
    '',
    '```js',
    'const water = flour * 0.75;',
    'console.log(`${water} g`);',
    '```',
    '',
    '> Weigh it, rather than measure it.',
  ].join('\n');
  await service.saveInteractions([
    bread,
    turn('bread', 1, null, 'About four days. A cloth bag helps.', {
      type: 'message.assistant_regen',
      parentId: 'bread-0',
      rating: 1,
    }),
    turn('bread', 2, 'And how much water for this flour?', sum, {
      prompt: {
        id: 'p-bread-2',
        content: 'And how much water for this flour?',
        metadata: {
          attachedFiles: [
            { name: 'flour.pdf', size: 48_200, type: 'application/pdf' },
            { name: 'scales.jpg', size: 1_204_000, type: 'image/jpeg' },
          ],
        },
      },
      metadata: {
        reasoning: 'Bakers reckon water as a share of the flour. The file says type 1050.',
        toolCalls: [{ name: 'read_file', arguments: { path: 'flour.pdf' } }],
        toolResults: [{ name: 'read_file', result: 'Type 1050, 1 kg' }],
      },
    }),
    turn('soil', 0, 'Which soil do tomatoes want?', 'Loose, with compost. Water them from below.'),
    turn('slugs', 0, 'How do I keep slugs away?', 'Water in the morning, not in the evening.'),
    turn('beans', 0, 'When do I sow beans?', 'After the last frost, with little water.'),
  ]);

  await service.saveTag({ id: 'tag', name: 'Cooking', ...dates });
  await service.saveRule({
    id: 'rule',
    name: 'Brief',
    content: 'Be brief.',
    type: 'system',
    ...dates,
  });
  await service.saveTagRuleLink({ id: 'link', tagId: 'tag', ruleId: 'rule' });
  await service.saveApiKey({
    id: 'key',
    name: 'Main',
    value: 'xyz',
    providerId: 'openai',
    ...dates,
  });
  const template = {
    description: '',
    variables: [],
    prompt: 'Do {{it}}',
    tags: [],
    isPublic: false,
  };
  await service.savePromptTemplate({ id: 'prompt', name: 'Summary', ...template, ...dates });
  await service.saveSetting('theme', 'dark');

  const { stores } = await defaultContext();
  await stores.outline.getState().pin([{ type: 'conversation', id: 'train' }]);
  await stores.outline.getState().trash([{ type: 'conversation', id: 'old' }]);
}

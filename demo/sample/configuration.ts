import type {
  DbApiKey,
  DbMod,
  DbProviderConfig,
  McpServer,
  SyncRepo,
} from '../../src/model/entities.js';
import type { Calendar } from './calendar.js';
import type { Random } from './random.js';
import { lines } from './topics/topic.js';

/** Name, type, address, models. */
const providerTexts = lines(`
  OpenRouter | openrouter | | mistral-small-24b qwen2.5-72b llama-3.3-70b
  Attic Ollama | ollama | http://attic.example:11434 | llama3.2:3b qwen2.5-coder:14b gemma2:9b
  OpenAI | openai | | gpt-4o-mini o4-mini
  Gemini | google | | gemini-2.0-flash
  University gateway | openai-compatible | https://llm.example.edu/v1 | mixtral-8x7b`);

const mcpTexts = lines(`
  Calendar | https://mcp.example.org/calendar | Reads the family calendar
  Notes | https://mcp.example.org/notes | Searches the notes folder
  Weather | https://weather.example.net/mcp | Forecast by place
  House | http://house.example:8123/mcp | Lights and radiators`);

const clockMod = `// Shows the age of the open conversation in the page's title.
modApi.on('conversation.selected', ({ createdAt }) => {
  const days = Math.round((Date.now() - new Date(createdAt)) / 864e5);
  document.title = days + ' days old';
});`;

const wordsMod = `// Counts the words of an answer.
modApi.on('interaction.completed', ({ response }) => {
  modApi.log('info', String(response).split(/\\s+/).length + ' words');
});`;

export interface Configuration {
  settings: Record<string, unknown>;
  apiKeys: DbApiKey[];
  providerConfigs: DbProviderConfig[];
  mods: DbMod[];
  syncRepos: SyncRepo[];
  mcpServers: McpServer[];
}

/** Providers and their keys, servers, repositories, mods and settings; every secret is made up. */
export function createConfiguration(calendar: Calendar, random: Random): Configuration {
  const dates = (age: number) => ({
    createdAt: calendar.daysAgo(age, random),
    updatedAt: calendar.daysAgo(age / 3, random),
  });
  const secret = (kind: string): string => `sample-${kind}-${random.id().slice(0, 8)}`;

  const providers = providerTexts.map((line) => {
    const [name = '', type = '', address = '', models = ''] = line
      .split('|')
      .map((part) => part.trim());
    return { name, type, address, models: models.split(' ') };
  });

  const apiKeys = providers
    .filter(({ type }) => type !== 'ollama')
    .map(({ name, type }): DbApiKey => {
      return { id: random.id(), name, value: secret('key'), providerId: type, ...dates(600) };
    });
  apiKeys.push({
    id: random.id(),
    name: 'OpenRouter, old',
    value: secret('key'),
    providerId: 'openrouter',
    ...dates(720),
  });

  const providerConfigs = providers.map(({ name, type, address, models }): DbProviderConfig => {
    const fetchedAt = calendar.daysAgo(random.int(3, 40), random);
    return {
      id: random.id(),
      name,
      type,
      isEnabled: type !== 'google',
      apiKeyId: apiKeys.find((key) => key.name === name)?.id ?? null,
      baseURL: address === '' ? null : address,
      enabledModels: models,
      autoFetchModels: type === 'ollama',
      fetchedModels: models.map((id) => ({ id, name: id })),
      modelsLastFetchedAt: fetchedAt,
      ...dates(700),
    };
  });

  const mcpServers = mcpTexts.map((line, position): McpServer => {
    const [name = '', url = '', description = ''] = line.split(' | ');
    const server = { id: random.id(), name, url, enabled: position !== 3, description };
    return position < 2
      ? { ...server, headers: { Authorization: `Bearer ${secret('token')}` } }
      : server;
  });

  const syncRepos = ['harbour-chats', 'family-chats'].map((name, position): SyncRepo => {
    return {
      id: random.id(),
      name,
      remoteUrl: `https://git.example.com/wren/${name}.git`,
      branch: 'main',
      username: 'wren',
      password: secret('password'),
      lastPulledAt: calendar.daysAgo(0.1 + position * 9, random),
      lastPushedAt: calendar.daysAgo(0.1 + position * 9, random),
      lastSyncError: position === 1 ? 'The remote was not reachable.' : null,
      ...dates(500),
    };
  });

  const mods = [
    { name: 'Conversation age', scriptContent: clockMod, enabled: true },
    { name: 'Word count', scriptContent: wordsMod, enabled: false },
  ].map((mod, loadOrder): DbMod => {
    const createdAt = calendar.daysAgo(300, random);
    return { id: random.id(), sourceUrl: null, ...mod, loadOrder, createdAt };
  });

  const [router] = providerConfigs;
  const settings = {
    theme: 'system',
    globalSystemPrompt: 'Answer in the language of the question. Metric units.',
    temperature: 0.7,
    maxTokens: 4096,
    topP: null,
    topK: null,
    presencePenalty: 0,
    frequencyPenalty: 0,
    enableAdvancedSettings: true,
    enableStreamingMarkdown: true,
    streamingRenderFPS: 30,
    autoTitleEnabled: true,
    autoTitleModelId: router ? `${router.id}:mistral-small-24b` : null,
    autoTitlePromptMaxLength: 768,
    foldStreamingCodeBlocks: false,
    foldUserMessagesOnCompletion: true,
    chatMaxWidth: 'max-w-4xl',
    prismThemeUrl: '',
    customFontFamily: 'system-ui',
    customFontSize: 15,
    customThemeColors: { primary: 'oklch(0.55 0.15 255)', background: null },
    gitUserName: 'Wren Adeyemi',
    gitUserEmail: 'wren@example.com',
    gitGlobalPat: secret('token'),
    toolMaxSteps: 5,
    autoSyncOnInteractionComplete: true,
    favoriteModelIds: ['mistral-small-24b', 'qwen2.5-coder:14b'],
  };

  return { settings, apiKeys, providerConfigs, mods, syncRepos, mcpServers };
}

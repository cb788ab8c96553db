/**
 * The entities as they lie in the database. Dates are `Date` there and ISO 8601 strings in files.
 * A record may hold more fields than its type names; they are kept.
 */

/** What an application notes of a conversation; keys it does not know are kept. */
export interface ConversationMetadata {
  enabledTools?: string[];
  toolMaxStepsOverride?: number | null;
  [key: string]: unknown;
}

/** A conversation, whose messages are interactions of their own. */
export interface Conversation {
  id: string;
  title: string;
  projectId: string | null;
  syncRepoId?: string | null;
  lastSyncedAt?: Date | null;
  metadata?: ConversationMetadata;
  createdAt: Date;
  updatedAt: Date;
}

/** The types in use today; a newer application may store others, which are kept. */
export type InteractionType =
  | 'message.user_assistant'
  | 'message.assistant_regen'
  | 'message.assistant_explain'
  | 'message.user_edit'
  | 'message.workflow_step'
  | 'conversation.title_generation'
  | 'conversation.compact'
  | 'prompt.enhance'
  | 'tool.execution'
  | 'system.info'
  | 'system.error'
  | 'workflow.run'
  | 'rules.auto_selection'
  | (string & Record<never, never>);

/** How far an answer has come; a newer application may store others, which are kept. */
export type InteractionStatus =
  | 'PENDING'
  | 'STREAMING'
  | 'COMPLETED'
  | 'ERROR'
  | 'WARNING'
  | 'CANCELLED'
  | 'PAUSED'
  | 'AWAITING_INPUT'
  | (string & Record<never, never>);

/** What is noted of a file that came with a question. */
export interface AttachedFile {
  id?: string;
  name: string;
  type?: string;
  /** Bytes. */
  size?: number;
  source?: string;
  path?: string;
  [key: string]: unknown;
}

/** What was asked. */
export interface InteractionPrompt {
  id: string;
  content: string;
  parameters?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
}

/** What an application notes of an answer; keys it does not know are kept. */
export interface InteractionMetadata {
  modelId?: string;
  providerId?: string;
  inputTokens?: number;
  outputTokens?: number;
  error?: string;
  /** The interaction whose answer this one replaces. */
  regeneratedFromId?: string;
  toolCalls?: unknown[];
  toolResults?: unknown[];
  attachedFiles?: AttachedFile[];
  reasoning?: string;
  /** Milliseconds. */
  timeToFirstToken?: number;
  /** Milliseconds. */
  generationTime?: number;
  [key: string]: unknown;
}

/** A question with its answer, or another step of a conversation. */
export interface Interaction {
  id: string;
  conversationId: string;
  type: InteractionType;
  /** Position in the conversation, from 0. */
  index: number;
  /** For a regeneration, the interaction that it replaces. */
  parentId: string | null;
  prompt: InteractionPrompt | null;
  /** Text, or whatever structure the model answered with. */
  response: unknown;
  status: InteractionStatus;
  startedAt: Date | null;
  endedAt: Date | null;
  rating?: number | null;
  metadata: InteractionMetadata;
}

/** A folder of conversations and of other projects, with the defaults of what is in it. */
export interface Project {
  id: string;
  name: string;
  path?: string;
  parentId: string | null;
  systemPrompt?: string | null;
  modelId?: string | null;
  temperature?: number | null;
  maxTokens?: number | null;
  topP?: number | null;
  topK?: number | null;
  presencePenalty?: number | null;
  frequencyPenalty?: number | null;
  defaultTagIds?: string[] | null;
  defaultRuleIds?: string[] | null;
  metadata?: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
}

/** A script that extends the application; restoring one installs code. */
export interface DbMod {
  id?: string;
  name: string;
  sourceUrl: string | null;
  scriptContent: string | null;
  enabled: boolean;
  loadOrder: number;
  createdAt: Date;
}

/** A value of the application under its key; a setting lies under `settings:<key>`. */
export interface AppState {
  key: string;
  value: unknown;
}

/** A model provider as the user has set it up. */
export interface DbProviderConfig {
  id: string;
  name: string;
  type: string;
  isEnabled: boolean;
  apiKeyId: string | null;
  baseURL: string | null;
  enabledModels: string[] | null;
  autoFetchModels: boolean;
  fetchedModels: unknown[] | null;
  modelsLastFetchedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** The key of a provider, in plain text. */
export interface DbApiKey {
  id: string;
  name: string;
  /** Secret. */
  value: string;
  providerId: string;
  createdAt: Date;
  updatedAt: Date;
}

/** A git repository that conversations are kept in step with. */
export interface SyncRepo {
  id: string;
  name: string;
  remoteUrl: string;
  branch: string;
  username?: string | null;
  /** Secret. */
  password?: string | null;
  lastPulledAt?: Date | null;
  lastPushedAt?: Date | null;
  lastSyncError?: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What a rule is for; a newer application may store others, which are kept. */
export type RuleType = 'system' | 'before' | 'after' | 'control' | (string & Record<never, never>);

/** A reusable part of prompts. */
export interface DbRule {
  id: string;
  name: string;
  content: string;
  description?: string | null;
  type: RuleType;
  alwaysOn?: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** A name that rules are gathered under. */
export interface DbTag {
  id: string;
  name: string;
  description?: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** That a rule has a tag. */
export interface DbTagRuleLink {
  id: string;
  tagId: string;
  ruleId: string;
}

/** A blank in a prompt template. */
export interface PromptVariable {
  name: string;
  description?: string;
  type: string;
  required: boolean;
  default?: unknown;
  instructions?: string;
  [key: string]: unknown;
}

/** None means `prompt`. A `task` belongs to the `agent` its `parentId` names. */
export type PromptTemplateType = 'prompt' | 'task' | 'agent';

/** A prompt template, an agent or a task of one, as its `type` says. */
export interface DbPromptTemplate {
  id: string;
  name: string;
  description: string;
  variables: PromptVariable[];
  prompt: string;
  tags: string[];
  tools?: string[] | null;
  rules?: string[] | null;
  type?: PromptTemplateType | (string & Record<never, never>) | null;
  parentId?: string | null;
  structuredOutput?: unknown;
  /** Ids of other templates. */
  followUps?: string[] | null;
  isShortcut?: boolean;
  isPublic: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** The same under the name that the stores use. */
export type PromptTemplate = DbPromptTemplate;

/** One entry of the setting `mcpServers`. */
export interface McpServer {
  id: string;
  name: string;
  url: string;
  enabled: boolean;
  /** Values are secret. */
  headers?: Record<string, string>;
  description?: string | null;
}

/** A top-level value of a backup that this version does not know, kept for the next backup. */
export interface UnknownData {
  /** `<name>` for a plain value, `<name>/<position>` for an element of an array. */
  key: string;
  name: string;
  /** Position in the array, or null for a plain value. */
  position: number | null;
  value: unknown;
}

/** Every table of the database with the type of its rows. */
export interface RowTypes {
  conversations: Conversation;
  interactions: Interaction;
  projects: Project;
  mods: DbMod;
  appState: AppState;
  providerConfigs: DbProviderConfig;
  apiKeys: DbApiKey;
  syncRepos: SyncRepo;
  rules: DbRule;
  tags: DbTag;
  tagRuleLinks: DbTagRuleLink;
  promptTemplates: DbPromptTemplate;
  unknownData: UnknownData;
}

/** The name of a table of the database. */
export type TableName = keyof RowTypes;

/** What a caller hands to a save: identity and dates are given where they are missing. */
export type Draft<Row> = Omit<Row, 'id' | 'createdAt' | 'updatedAt'> & {
  id?: string | undefined;
  createdAt?: Date | string | number | undefined;
  updatedAt?: Date | string | number | undefined;
};

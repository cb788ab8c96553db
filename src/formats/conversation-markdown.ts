import type { Conversation, Interaction } from '../model/entities.js';
import { filesOf, isAnswered, turnsOf, type Turn } from './conversation-turns.js';
import { endsItsFences, fenced, inlineText } from './markdown-text.js';
import { readField } from './read-field.js';
import { toDate } from './to-date.js';

export interface MarkdownOptions {
  /** The name of the conversation's project; its id is written when this is left out. */
  projectName?: string | undefined;
  /** Whether answers that were replaced follow the current one; they do not by default. */
  alternatives?: boolean | undefined;
  /** How dates are written; `2026-01-31 23:59` in local time by default. */
  dateFormat?: ((date: Date) => string) | undefined;
}

/**
 * Writes a conversation as Markdown for people: the title as heading, its data in italics, then
 * `## User` and `## Assistant` a turn, in the order of {@link turnsOf}. What was said stays as it
 * was written, being Markdown itself. Whatever a row lacks is left out; no row makes it throw.
 */
export function conversationToMarkdown(
  conversation: Conversation,
  interactions: readonly Interaction[],
  options: MarkdownOptions = {},
): string {
  const blocks = [
    `# ${inlineText(conversation.title) || 'Untitled'}`,
    head(conversation, options),
    ...turnsOf(interactions).flatMap((turn) => turnBlocks(turn, options)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function head(conversation: Conversation, options: MarkdownOptions): string {
  const { dateFormat = toMinutes } = options;
  const dateText = (value: unknown): string => {
    const date = toDate(value);
    return date ? dateFormat(date) : '';
  };
  const lines = [
    detail('ID', conversation.id),
    detail('Created', dateText(conversation.createdAt)),
    detail('Updated', dateText(conversation.updatedAt)),
    detail('Project', options.projectName ?? conversation.projectId),
  ];
  // Two spaces at the end of a line break it.
  return lines.filter((line) => line !== '').join('  \n');
}

function turnBlocks({ current, asked, alternatives }: Turn, options: MarkdownOptions): string[] {
  const question = questionBlocks(asked);
  const answer = answerBlocks(current);
  return [
    ...(question.length > 0 ? ['## User', ...question] : []),
    ...(answer.length > 0 ? ['## Assistant', ...answer] : []),
    ...(options.alternatives === true ? alternatives : []).flatMap((alternative, position) => [
      `### Alternative ${position + 1}`,
      ...differingQuestion(alternative, asked),
      ...answerBlocks(alternative),
    ]),
  ];
}

function questionBlocks(interaction: Interaction): string[] {
  const files = filesOf(interaction).map(fileLine);
  const list = files.length > 0 ? [`*Attached files:*\n\n${files.join('\n')}`] : [];
  return [...list, ...textBlocks(promptText(interaction))];
}

/** An edited question had another answer: the one it had is quoted above it. */
function differingQuestion(interaction: Interaction, asked: Interaction): string[] {
  const text = promptText(interaction);
  if (text.trim() === promptText(asked).trim()) return [];
  return textBlocks(text).map((block) => block.replace(/^/gm, '> '));
}

function promptText(interaction: Interaction): string {
  const content = readField(interaction, 'prompt', 'content');
  return typeof content === 'string' ? content : '';
}

function fileLine(file: unknown): string {
  const name = inlineText(readField(file, 'name')) || 'unnamed';
  const notes = [inlineText(readField(file, 'type')), sizeText(readField(file, 'size'))].filter(
    (note) => note !== '',
  );
  return notes.length > 0 ? `- ${name} (${notes.join(', ')})` : `- ${name}`;
}

function sizeText(bytes: unknown): string {
  if (typeof bytes !== 'number' || !Number.isFinite(bytes) || bytes < 0) return '';
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${size.toFixed(1)} ${unit}`;
}

/** An answer that failed half-way has both a text and an error. */
function answerBlocks(interaction: Interaction): string[] {
  const response = readField(interaction, 'response');
  const error = detail('Error', readField(interaction, 'metadata', 'error'));
  if (!isAnswered(interaction)) return error === '' ? [] : [error];
  return [
    detail('Model', readField(interaction, 'metadata', 'modelId')),
    ...(typeof response === 'string' ? textBlocks(response) : [structured(response)]),
    detail('Tokens', tokensText(interaction)),
    error,
  ].filter((block) => block !== '');
}

function textBlocks(text: string): string[] {
  const trimmed = text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
  return trimmed === '' ? [] : [endsItsFences(trimmed)];
}

function structured(response: unknown): string {
  try {
    return fenced(JSON.stringify(response, null, 2), 'json');
  } catch {
    // IndexedDB holds what JSON does not: cycles and bigints.
    return '*This answer cannot be written as text.*';
  }
}

/** The existing application calls them prompt and completion tokens. */
function tokensText(interaction: Interaction): string {
  const counts = [
    countText(interaction, ['inputTokens', 'promptTokens'], 'in'),
    countText(interaction, ['outputTokens', 'completionTokens'], 'out'),
  ];
  return counts.filter((count) => count !== '').join(', ');
}

function countText(interaction: Interaction, names: readonly string[], label: string): string {
  const count = names
    .map((name) => readField(interaction, 'metadata', name))
    .filter((value) => typeof value === 'number')
    .find(Number.isFinite);
  return count === undefined ? '' : `${count} ${label}`;
}

function detail(label: string, value: unknown): string {
  const text = inlineText(value);
  return text === '' ? '' : `*${label}: ${text}*`;
}

function toMinutes(date: Date): string {
  const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
  const day = [pad(date.getFullYear(), 4), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

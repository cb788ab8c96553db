import { filesOf } from '../../formats/conversation-turns.js';
import { readField } from '../../formats/read-field.js';
import type { Interaction } from '../../model/entities.js';

/** A file as it may be named. */
export interface NamedFile {
  name: string | undefined;
  /** In bytes. */
  size: number | undefined;
}

/** A tool that the model called, and what came of it as far as that is known. */
export interface ToolCall {
  name: string | undefined;
  details: string;
}

/** What was asked; nothing where another application stored something else than text. */
export function questionText(interaction: Interaction): string {
  return textOf(readField(interaction, 'prompt', 'content'));
}

/** The answer as text, and whether it is prose rather than a structure written out. */
export function answerText(interaction: Interaction): { text: string; isProse: boolean } {
  const response = readField(interaction, 'response');
  if (response === null || response === undefined) return { text: '', isProse: true };
  if (typeof response === 'string') return { text: response, isProse: true };
  return { text: structured(response), isProse: false };
}

/** What the model thought before it answered, where that was kept. */
export function reasoningText(interaction: Interaction): string {
  return textOf(readField(interaction, 'metadata', 'reasoning'));
}

/** Why there is no answer, or not all of it. */
export function errorText(interaction: Interaction): string {
  return textOf(readField(interaction, 'metadata', 'error'));
}

/** The model's name as it was stored. */
export function modelOf(interaction: Interaction): string {
  return textOf(readField(interaction, 'metadata', 'modelId'));
}

/** The existing application calls them prompt and completion tokens. */
export function tokensOf(interaction: Interaction): {
  input: number | undefined;
  output: number | undefined;
} {
  const first = (...names: string[]): number | undefined =>
    names.map((name) => numberOf(readField(interaction, 'metadata', name))).find((count) => count);
  return {
    input: first('inputTokens', 'promptTokens'),
    output: first('outputTokens', 'completionTokens'),
  };
}

/** Positive for a good answer, negative for a poor one; nothing unless the user said so. */
export function ratingOf(interaction: Interaction): number {
  return numberOf(readField(interaction, 'rating')) ?? 0;
}

/** The files that were attached to the question. */
export function attachedFiles(interaction: Interaction): NamedFile[] {
  return filesOf(interaction).map((file) => {
    const size = numberOf(readField(file, 'size'));
    return {
      name: textOf(readField(file, 'name')) || undefined,
      size: size !== undefined && size >= 0 ? size : undefined,
    };
  });
}

/** The tools that were called; applications store calls as objects or as JSON. */
export function toolCallsOf(interaction: Interaction): ToolCall[] {
  const calls = listOf(interaction, 'toolCalls');
  const results = listOf(interaction, 'toolResults');
  return Array.from({ length: Math.max(calls.length, results.length) }, (_, at) => {
    const [call, result] = [parsed(calls[at]), parsed(results[at])];
    const names = [
      readField(call, 'toolName'),
      readField(call, 'name'),
      readField(call, 'function', 'name'),
      readField(result, 'toolName'),
      readField(result, 'name'),
    ];
    return {
      name: names.map(textOf).find((name) => name !== ''),
      details: [call, result]
        .filter((part) => part !== undefined)
        .map(structured)
        .join('\n\n'),
    };
  });
}

function listOf(interaction: Interaction, name: string): unknown[] {
  const list = readField(interaction, 'metadata', name);
  return Array.isArray(list) ? list : [];
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    // Text that is no JSON is shown as it is.
    return value;
  }
}

function structured(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    // IndexedDB holds what JSON does not: cycles and bigints.
    return String(value);
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

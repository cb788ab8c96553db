import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const named = {
  name: v.string(),
  description: v.optional(v.string(), ''),
};
const type = v.optional(v.object({ text: v.string() }), { text: '' });
const list = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.array(schema), []);

const memberSchema = v.object({
  ...named,
  kind: v.string(),
  type,
  default: v.optional(v.string()),
  attribute: v.optional(v.string()),
  reflects: v.optional(v.boolean(), false),
  readonly: v.optional(v.boolean(), false),
  privacy: v.optional(v.string(), 'public'),
  return: v.optional(v.object({ type })),
  parameters: list(v.object({ name: v.string(), type, optional: v.optional(v.boolean()) })),
});
const eventSchema = v.object({ ...named, type });
const partSchema = v.object(named);

const elementSchema = v.object({
  name: v.string(),
  tagName: v.string(),
  summary: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  members: list(memberSchema),
  events: list(eventSchema),
  slots: list(partSchema),
  cssParts: list(partSchema),
  cssStates: list(partSchema),
  cssProperties: list(partSchema),
});
const manifestSchema = v.object({
  modules: v.array(v.object({ declarations: v.optional(v.array(v.unknown()), []) })),
});

export type ElementEntry = v.InferOutput<typeof elementSchema>;
export type MemberEntry = v.InferOutput<typeof memberSchema>;
export type EventEntry = v.InferOutput<typeof eventSchema>;
export type PartEntry = v.InferOutput<typeof partSchema>;

/** In which order the elements are named, from the page's frame to its parts. */
const order = [
  'litechat-persistence-provider',
  'litechat-conversation-list',
  'litechat-conversation-view',
  'litechat-data-management',
];

function rank(tag: string): number {
  const at = order.indexOf(tag);
  return at === -1 ? order.length : at;
}

/** What a page may use of it. */
const withoutPrivate = (element: ElementEntry): ElementEntry => ({
  ...element,
  members: element.members.filter(({ privacy }) => privacy === 'public'),
});

/** The elements that the manifest describes. */
export function readManifest(projectFolder: string): ElementEntry[] {
  const text = readFileSync(path.join(projectFolder, 'custom-elements.json'), 'utf8');
  const { modules } = v.parse(manifestSchema, JSON.parse(text));
  return modules
    .flatMap(({ declarations }) => declarations)
    .flatMap((declaration) => {
      const { success, output } = v.safeParse(elementSchema, declaration);
      return success ? [withoutPrivate(output)] : [];
    })
    .sort((a, b) => rank(a.tagName) - rank(b.tagName) || (a.tagName < b.tagName ? -1 : 1));
}

/** `conversation-list` of `litechat-conversation-list`. */
export const shortName = (tag: string): string => tag.replace(/^litechat-/, '');

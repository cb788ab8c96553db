import * as v from 'valibot';
import { pagePart } from '../page-part.js';

const schema = v.array(
  v.object({
    tag: v.string(),
    event: v.optional(v.string()),
    inside: v.optional(v.string()),
    properties: v.array(
      v.object({
        name: v.string(),
        attribute: v.string(),
        type: v.string(),
        description: v.string(),
      }),
    ),
  }),
);

export type DescribedElement = v.InferOutput<typeof schema>[number];

/** What the manifest says of the elements, as far as the playground wants it; the page carries it. */
export function describedElements(): DescribedElement[] {
  const text = pagePart('content', HTMLElement).dataset['elements'] ?? '[]';
  return v.parse(schema, JSON.parse(text));
}

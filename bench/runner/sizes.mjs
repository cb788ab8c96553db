const chats = (interactions, seed) => ({ data: 'chats', interactions, seed });
const list = (conversations) => ({
  data: 'list',
  conversations: Math.ceil(conversations),
  seed: 1,
});
const words = (interactions) => ({ data: 'words', interactions, seed: 1 });

const sizes = {
  'same': (interactions) => chats(interactions, 1),
  'other': (interactions) => chats(interactions, 2),
  'list': (conversations) => list(conversations),
  'list, past the kit': (conversations) => list(conversations),
  'list, a tenth': (conversations) => list(conversations / 10),
  'list, a hundredth': (conversations) => list(conversations / 100),
  words,
  'words, indexed': words,
};

/**
 * What the generator of rows makes: the data of the files, other data of the same amount, as many
 * conversations without interactions, or texts to search in.
 */
export const sizeOf = (interactions, data = 'same') => sizes[data](interactions);

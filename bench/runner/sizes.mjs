const seeds = { same: 1, other: 2 };

/** What the generator of rows makes: the data of the files, or other data of the same amount. */
export function sizeOf(interactions, data = 'same') {
  return { interactions, seed: seeds[data] };
}

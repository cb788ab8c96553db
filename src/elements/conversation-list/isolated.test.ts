import { expect } from '@open-wc/testing';
import { isolated } from './isolated.js';

describe('isolated', () => {
  it('encloses a text, so that an override in it ends with it', () => {
    expect(isolated('a\u202eb')).to.equal('\u2068a\u202eb\u2069');
  });

  it('lets no isolate of the text end the enclosure, or keep it open', () => {
    expect(isolated('a\u2069\u202eb\u2067')).to.equal('\u2068a\u202eb\u2069');
  });
});

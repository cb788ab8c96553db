import { expect } from '@open-wc/testing';
import { fc } from '../../test/support/fast-check.js';
import {
  allConversationsName,
  categoryName,
  conversationName,
  fullBackupName,
  projectName,
  severalConversationsName,
} from './file-names.js';

const date = new Date(2026, 0, 31, 23, 59, 59);
const titleOf = (title: string): string =>
  /^litechat_project_(.*)_V1StGX\.json$/su.exec(projectName(title, 'V1StGXR8'))?.[1] ?? 'no match';

describe('file names', () => {
  it('of backups hold the local time, padded', () => {
    expect(fullBackupName(date)).to.equal('litechat_full_config_2026-01-31_23-59-59.json');
    expect(fullBackupName(new Date(2026, 8, 1, 2, 3, 4))).to.equal(
      'litechat_full_config_2026-09-01_02-03-04.json',
    );
    expect(categoryName('mcp_servers', date)).to.equal(
      'litechat_mcp_servers_2026-01-31_23-59-59.json',
    );
    expect(allConversationsName(date)).to.equal(
      'litechat_all_conversations_export_2026-01-31.json',
    );
  });

  it('of one conversation or project hold its title and the start of its id', () => {
    expect(conversationName('How to sort?', 'V1StGXR8', 'json')).to.equal(
      'litechat_conversation_how_to_sort_V1StGX.json',
    );
    expect(conversationName('How to sort?', 'V1StGXR8', 'md')).to.equal(
      'litechat_conversation_how_to_sort_V1StGX.md',
    );
    expect(projectName('My project', 'V1StGXR8')).to.equal(
      'litechat_project_my_project_V1StGX.json',
    );
  });

  it('of several conversations hold how many, and the title of the first', () => {
    expect(severalConversationsName('Größe & Maß', 12, 'md', date)).to.equal(
      'litechat_12_conversations_größe_maß_2026-01-31.md',
    );
    expect(severalConversationsName('', 0, 'json', date)).to.equal(
      'litechat_0_conversations_untitled_2026-01-31.json',
    );
  });

  it('keep letters, marks and digits of every script', () => {
    expect(titleOf('Größe & Maß')).to.equal('größe_maß');
    expect(titleOf('日本語のタイトル 2')).to.equal('日本語のタイトル_2');
    expect(titleOf('Привет, мир!')).to.equal('привет_мир');
    expect(titleOf('हिन्दी में')).to.equal('हिन्दी_में');
    expect(titleOf('שָׁלוֹם')).to.equal('שָׁלוֹם'.normalize('NFC'));
    expect(titleOf('العربية ١٢')).to.equal('العربية_١٢');
    expect(titleOf('ภาษาไทย')).to.equal('ภาษาไทย');
  });

  it('are the same for a letter with its accent in one or in two characters', () => {
    expect(titleOf('Cafe\u0301')).to.equal('caf\u00e9');
    expect(titleOf('İ')).to.equal(titleOf('I\u0307'));
  });

  it('have one underscore for everything else, and none at the ends', () => {
    expect(titleOf('  a / b\\c:d*e?"<f>|g\n\0.. ')).to.equal('a_b_c_d_e_f_g');
    expect(titleOf('../../etc/passwd')).to.equal('etc_passwd');
    expect(titleOf('__a__b__')).to.equal('a_b');
    expect(titleOf('a 😀👨‍👩‍👧 b ❤️')).to.equal('a_b');
  });

  it('hold nothing that cannot be seen or that turns the direction', () => {
    expect(titleOf('photo\u202Egnp\u2066.exe')).to.equal('photognp_exe');
    expect(titleOf('a\u200Bb\u00ADc\uFEFFd\u3164')).to.equal('abcd');
    expect(titleOf('\u0301a')).to.equal('a');
    expect(titleOf('\uD800a')).to.equal('a');
  });

  it('say untitled when nothing is left of a title', () => {
    for (const title of ['', ' ', '???', '😀', '\u200F\u202E', '\u3164', '\u0301']) {
      expect(titleOf(title), JSON.stringify(title)).to.equal('untitled');
    }
  });

  it('are harmless on Windows', () => {
    for (const title of ['CON', 'nul', 'COM1', 'aux.', 'name.']) {
      expect(conversationName(title, 'abc', 'json')).to.match(
        /^litechat_conversation_[a-z0-9]+_abc\.json$/,
      );
    }
  });

  it('are cut where a title is too long, without cutting a letter from its marks', () => {
    expect(titleOf('a'.repeat(500))).to.equal('a'.repeat(60));
    expect(titleOf('日'.repeat(500))).to.equal('日'.repeat(50));
    expect(titleOf(`${'a'.repeat(59)} b`)).to.equal('a'.repeat(59));
    const withMarks = 'x\u0323\u0307';
    expect(titleOf(withMarks.repeat(100))).to.equal(withMarks.normalize('NFC').repeat(30));
    expect(titleOf(`x${'\u0323'.repeat(1000)}`)).to.equal('untitled');
  });

  it('hold nothing of an id that a file name cannot', () => {
    expect(projectName('a', '../\\:?x')).to.equal('litechat_project_a_______.json');
    expect(projectName('a', 'é😀-_9zz')).to.equal('litechat_project_a___-_9z.json');
    expect(projectName('a', 'ab')).to.equal('litechat_project_a_ab.json');
  });

  it('are short and plain whatever the title and the id', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(anything, anything, (title, id) => {
        const name = conversationName(title, id, 'json');
        expect(name).to.match(
          /^litechat_conversation_[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*_[\w-]{0,6}\.json$/u,
        );
        const bytes = new TextEncoder().encode(`${name}.gz.age`);
        expect(bytes.length).to.be.lessThan(200);
        expect(new TextDecoder().decode(bytes)).to.equal(`${name}.gz.age`);
      }),
    );
  });
});

import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import type { Persistence } from './persistence.js';

async function filled(): Promise<Persistence> {
  const persistence = freshPersistence();
  await fill(persistence);
  return persistence;
}

describe('rules and tags', () => {
  it('are listed by name, also odd ones', async () => {
    const persistence = await filled();
    await persistence.saveRule({ id: 'a', name: 'Always', content: '', type: 'control' });
    await persistence.database.rules.put({ id: 'bare' } as never);
    await persistence.database.tags.put({ id: 'bare' } as never);
    const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
    expect(ids(await persistence.loadRules())).to.deep.equal(['bare', 'a', 'rule-1', 'rule-2']);
    expect(ids(await persistence.loadTags())).to.deep.equal(['bare', 'tag-1', 'tag-2']);
  });

  it('are refused under a name that another has', async () => {
    const persistence = await filled();
    const before = await snapshot(persistence.database);
    const rule = persistence.saveRule({ id: 'x', name: 'Brief', content: '', type: 'system' });
    expect((await rejection(rule, 'name-taken')).path).to.equal('rules.x.name');
    const tag = persistence.saveTag({ id: 'tag-2', name: 'Python' });
    expect((await rejection(tag, 'name-taken')).path).to.equal('tags["tag-2"].name');
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('go from links and from the defaults of projects when they are deleted', async () => {
    const persistence = await filled();
    const before = await snapshot(persistence.database);
    const project = before['projects']?.['project-1'] as object;

    await persistence.deleteRule('rule-1');
    const withoutRule = await snapshot(persistence.database);
    expect(withoutRule).to.deep.equal({
      ...before,
      rules: { 'rule-2': before['rules']?.['rule-2'] },
      tagRuleLinks: {},
      projects: {
        ...before['projects'],
        'project-1': { ...project, defaultRuleIds: ['rule-2'] },
      },
    });

    await persistence.saveTagRuleLink({ id: 'link', tagId: 'tag-1', ruleId: 'rule-2' });
    await persistence.saveTagRuleLink({ id: 'other', tagId: 'tag-2', ruleId: 'rule-2' });
    await persistence.deleteTag('tag-1');
    const after = await snapshot(persistence.database);
    expect(after['tags']).to.deep.equal({ 'tag-2': before['tags']?.['tag-2'] });
    expect(Object.keys(after['tagRuleLinks'] ?? {})).to.deep.equal(['other']);
    expect(after['projects']?.['project-1']).to.deep.include({
      defaultRuleIds: ['rule-2'],
      defaultTagIds: [],
    });
  });

  it('are deleted also where a project lists them in an odd way', async () => {
    const persistence = await filled();
    const odd = {
      id: 'odd',
      name: 'Odd',
      defaultRuleIds: 'rule-1',
      defaultTagIds: [null, 'tag-1'],
    };
    await persistence.database.projects.put(odd as never);
    await persistence.deleteRule('rule-1');
    await persistence.deleteTag('tag-1');
    expect(await persistence.database.projects.get('odd')).to.deep.equal({
      ...odd,
      defaultTagIds: [null],
    });
  });
});

describe('links of tags and rules', () => {
  it('are listed by tag and rule, also those with nothing in them', async () => {
    const persistence = freshPersistence();
    await persistence.saveTagRuleLink({ id: '1', tagId: 'b', ruleId: 'a' });
    await persistence.saveTagRuleLink({ id: '2', tagId: 'a', ruleId: 'b' });
    await persistence.saveTagRuleLink({ id: '3', tagId: 'a', ruleId: 'a' });
    await persistence.database.tagRuleLinks.put({ id: 'bare' } as never);
    const rows = await persistence.loadTagRuleLinks();
    expect(rows.map(({ id }) => id)).to.deep.equal(['bare', '3', '2', '1']);
  });

  it('keep their id when the same tag is put on the same rule again', async () => {
    const persistence = await filled();
    const before = await snapshot(persistence.database);
    const link = { tagId: 'tag-1', ruleId: 'rule-1' };
    expect(await persistence.saveTagRuleLink(link)).to.equal('link-1');
    expect(await persistence.saveTagRuleLink({ id: 'new', ...link })).to.equal('link-1');
    expect(await persistence.saveTagRuleLink({ id: 'link-1', ...link })).to.equal('link-1');
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('are deleted alone', async () => {
    const persistence = await filled();
    const before = await snapshot(persistence.database);
    await persistence.deleteTagRuleLink('link-1');
    const after = await snapshot(persistence.database);
    expect(after).to.deep.equal({
      ...before,
      tagRuleLinks: { 'link-2': before['tagRuleLinks']?.['link-2'] },
    });
  });
});

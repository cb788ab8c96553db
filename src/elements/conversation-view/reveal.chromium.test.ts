import { emulateMedia } from '@web/test-runner-commands';
import { expect, waitUntil } from '@open-wc/testing';
import {
  interaction,
  messages,
  talkContext,
  view,
} from '../../../test/support/conversation-view.js';

describe('a message revealed in <litechat-conversation-view>', () => {
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('comes into sight without motion where that is wished', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const element = await view(
      await talkContext(Array.from({ length: 200 }, (_, index) => interaction(index))),
    );
    element.reveal('i7', 'answer');
    const revealed = (): HTMLElement | undefined =>
      messages(element).find((each) => each.classList.contains('revealed'));
    await waitUntil(revealed);
    const mark = revealed();
    expect(mark && getComputedStyle(mark).animationName).to.equal('none');
  });
});

import { useState, type FormEvent } from 'react';
import type { PersistenceContext } from 'litechat-elements';
import { renderMarkdown } from 'litechat-elements/markdown';
import { ask, echo } from './messages.js';

export function Chat() {
  const [context, setContext] = useState<PersistenceContext>();
  const [conversationId, setConversationId] = useState<string | null>(null);
  const [isDataShown, showData] = useState(false);
  // React's state is what is saved: a draft as it stands.
  const [draft, setDraft] = useState({ content: '' });

  async function send(event: FormEvent) {
    event.preventDefault();
    const content = draft.content.trim();
    if (!context || content === '') return;
    const id =
      conversationId ??
      (await context.persistence.saveConversation({
        title: content.slice(0, 40),
        projectId: null,
      }));
    setConversationId(id);
    const message = await ask(context, id, { ...draft, id: crypto.randomUUID() });
    setDraft({ content: '' });
    await echo(context, message, content);
  }

  return (
    <litechat-persistence-provider
      class="app"
      onlitechat-ready={({ detail }) => setContext(detail.context)}
    >
      <litechat-conversation-list
        class="sidebar"
        selected={conversationId}
        onlitechat-selection-changed={({ detail }) =>
          setConversationId(detail.type === 'conversation' ? detail.id : null)
        }
      />
      <main>
        <nav>
          <button aria-pressed={!isDataShown} onClick={() => showData(false)}>
            Chat
          </button>
          <button aria-pressed={isDataShown} onClick={() => showData(true)}>
            Data
          </button>
        </nav>
        {isDataShown ? (
          <litechat-data-management />
        ) : (
          <section id="chat">
            <litechat-conversation-view conversationId={conversationId} renderer={renderMarkdown} />
            <form onSubmit={send}>
              <input
                aria-label="Message"
                placeholder="Say something"
                autoComplete="off"
                value={draft.content}
                onChange={({ target }) => setDraft({ content: target.value })}
              />
              <button>Send</button>
            </form>
          </section>
        )}
      </main>
    </litechat-persistence-provider>
  );
}

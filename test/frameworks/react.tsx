import type { PersistenceContext } from 'litechat-elements';
import { ConversationList, ConversationView } from 'litechat-elements/react';
import type {} from 'litechat-elements/types/react';
import { useRef, type ReactElement } from 'react';

export function Elements({ context }: { context: PersistenceContext }): ReactElement {
  const list = useRef<HTMLElementTagNameMap['litechat-conversation-list']>(null);
  return (
    <litechat-persistence-provider database-name="work" storage="memory" key="provider">
      <litechat-conversation-list
        ref={list}
        selected="a"
        context={context}
        class="sidebar"
        onlitechat-selection-changed={({ detail }) => {
          const id: string | null = detail.id;
          console.log(id);
        }}
        onlitechat-exported={({ detail: { format } }) =>
          console.log(format satisfies 'json' | 'md')
        }
      />
      <litechat-conversation-view conversation-id="a" renderer={(text) => text} />
      <litechat-backup-panel include-secrets encrypt={false} />
      {/* @ts-expect-error -- An id is text. */}
      <litechat-conversation-list selected={42} />
      {/* @ts-expect-error -- There is no such storage. */}
      <litechat-persistence-provider storage="cloud" />
      {/* @ts-expect-error -- There is no such element. */}
      <litechat-conversation-tree />
    </litechat-persistence-provider>
  );
}

export function Components(): ReactElement {
  return (
    <>
      <ConversationList
        selected={null}
        onSelectionChanged={({ detail }) => console.log(detail.id, detail.type)}
        onDeleteRequested={(event) => event.preventDefault()}
      />
      <ConversationView conversationId="a" onCopied={({ detail }) => console.log(detail.text)} />
      {/* @ts-expect-error -- An id is text. */}
      <ConversationView conversationId={42} />
    </>
  );
}

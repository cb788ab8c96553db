/** @jsxImportSource solid-js */
import type { PersistenceContext } from 'litechat-elements';
import type {} from 'litechat-elements/types/solid';
import type { JSX } from 'solid-js';

export function Elements({ context }: { context: PersistenceContext }): JSX.Element {
  return (
    <litechat-persistence-provider database-name="work" storage="memory">
      <litechat-conversation-list
        selected="a"
        prop:context={context}
        class="sidebar"
        on:litechat-selection-changed={({ detail }) => {
          const id: string | null = detail.id;
          console.log(id);
        }}
        on:litechat-exported={({ detail: { format } }) =>
          console.log(format satisfies 'json' | 'md')
        }
      />
      <litechat-conversation-view conversation-id="a" prop:renderer={(text) => text} />
      <litechat-backup-panel include-secrets encrypt={false} />
      <litechat-conversation-view attr:conversation-id="a" />
      <litechat-backup-panel bool:include-secrets={true} />
      {/* @ts-expect-error -- An id is text. */}
      <litechat-conversation-view attr:conversation-id={42} />
      {/* @ts-expect-error -- An id is text. */}
      <litechat-conversation-list selected={42} />
      {/* @ts-expect-error -- There is no such storage. */}
      <litechat-persistence-provider storage="cloud" />
      {/* @ts-expect-error -- There is no such element. */}
      <litechat-conversation-tree />
    </litechat-persistence-provider>
  );
}

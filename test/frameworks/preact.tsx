/** @jsxImportSource preact */
import type { PersistenceContext } from 'litechat-elements';
import type {} from 'litechat-elements/types/preact';
import type { JSX } from 'preact';

export function Elements({ context }: { context: PersistenceContext }): JSX.Element {
  return (
    <litechat-persistence-provider database-name="work" storage="memory">
      <litechat-conversation-list
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

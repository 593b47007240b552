import { useState } from 'react';
import { Icon } from '../../viz/icons';
import type { AppState, Notice } from '../store/state';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';

/** The message to show: the driver's own, or the failure of the loading. */
export function messageOf({ notice, phase }: Pick<AppState, 'notice' | 'phase'>): Notice | null {
  if (notice) return notice;
  if (phase.name !== 'failed' || phase.cancelled) return null;
  const { title, advice, offerCpu } = phase;
  return { tone: 'problem', title, advice, actions: offerCpu ? ['retry', 'chooseCpu'] : ['retry'] };
}

/** A message that waits for the reader: what happened, what to do. Floats; takes no room. */
export function Message() {
  const words = useText().status;
  const notice = useApp((s) => s.notice);
  const phase = useApp((s) => s.phase);
  const actions = useActions();
  const [closed, setClosed] = useState<object | null>(null);
  const message = messageOf({ notice, phase });
  // A failure has no dismissal of its own in the store: it is closed here, until the next one.
  const shown = message && closed !== phase ? message : null;
  const close = () => (notice ? actions.dismissNotice() : setClosed(phase));
  return (
    <div role={message?.tone === 'problem' ? 'alert' : 'status'} aria-label={words.label}>
      {shown && (
        <div className={`message ${shown.tone}`}>
          <div>
            <strong>{shown.title}</strong>
            <p>{shown.advice}</p>
            <div className="row">
              {shown.actions?.map((action) => (
                <button
                  key={action}
                  type="button"
                  className="solid"
                  onClick={() => actions[action]()}
                >
                  {words[action]}
                </button>
              ))}
            </div>
          </div>
          <button type="button" className="icon-button" aria-label={words.dismiss} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}

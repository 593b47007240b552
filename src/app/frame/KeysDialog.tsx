import * as Radix from '@radix-ui/react-dialog';
import { Icon } from '../../viz/icons';
import { useText } from '../text';

interface KeysDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** All keys of the page. */
export function KeysDialog({ open, onOpenChange }: KeysDialogProps) {
  const { title, close, list } = useText().keys;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content className="dialog" aria-describedby={undefined}>
          <Radix.Title>{title}</Radix.Title>
          <dl>
            {list.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <Radix.Close className="icon-button" aria-label={close}>
            <Icon name="close" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

import { useCallback } from 'react';
import { loadScene } from '../scenes/loading';
import { useActions } from '../store/store';

/** Goes to a scene once it has been fetched, so that the stage is never empty in between. */
export function useGoTo(): (id: string) => void {
  const actions = useActions();
  return useCallback(
    (id: string) => {
      loadScene(id).then(
        () => actions.setScene(id),
        () => actions.sceneFailed(),
      );
    },
    [actions],
  );
}

import { placeOf, readAddress, startAt } from './address/address';
import { keepAddress } from './address/sync';
import { createDriver } from './driver/createDriver';
import { notices } from './driver/notices';
import { BENCH } from './frame/place';
import { storedTheme } from './frame/theme';
import { mount } from './mount';
import { recordedRun, showRecordedState } from './recorded/recordedRun';
import { loadScene, loadScenesInIdleTime, metaOf } from './scenes/loading';
import { createAppStore } from './store/store';

// A recorded run at once, the live model behind it.
const recorded = { ...recordedRun(), theme: storedTheme() };
const first = placeOf({ ...recorded, theme: 'system' });
const { place, misunderstood } = readAddress(
  location.hash === BENCH ? '' : location.hash,
  placeOf(recorded),
);
const store = createAppStore(startAt(recorded, place));
void showRecordedState(store);
const actions = createDriver(store, metaOf, { wished: place, shown: recorded });
if (misunderstood.length > 0) store.setState({ notice: notices.misunderstood(misunderstood) });
const goTo = (id: string): void => {
  loadScene(id).then(
    () => actions.setScene(id),
    () => actions.sceneFailed(),
  );
};
void loadScene(place.scene).catch(() => actions.sceneFailed());
keepAddress(store, first, place, goTo);
mount({ store, actions });
void loadScenesInIdleTime();

import { createDriver } from './driver/driver';
import { storedTheme } from './frame/theme';
import { mount } from './mount';
import { recordedRun, showRecordedState } from './recorded/recordedRun';
import { loadScene, loadScenesInIdleTime, metaOf } from './scenes/loading';
import { createAppStore } from './store/store';

// A recorded run at once, the live model behind it.
const store = createAppStore({ ...recordedRun(), theme: storedTheme() });
void showRecordedState(store);
void loadScene(store.getState().scene);
mount({ store, actions: createDriver(store, metaOf) });
void loadScenesInIdleTime();

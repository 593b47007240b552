import { createDriver } from './driver/driver';
import { storedTheme } from './frame/theme';
import { mount } from './mount';
import { recordedRun, showRecordedState } from './recorded/recordedRun';
import { createAppStore } from './store/store';

// A recorded run at once, the live model behind it.
const store = createAppStore({ ...recordedRun(), theme: storedTheme() });
void showRecordedState(store);
mount({ store, actions: createDriver(store) });

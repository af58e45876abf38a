import { busContract } from '../bus.contract.js';
import { createInProcessBus } from './in-process-bus.js';

busContract('the in-process bus', async () => createInProcessBus());

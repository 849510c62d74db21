import { both, xenPairs } from '../support/engines.js';
import { describeLaws } from './laws.js';
import { describeAgreement } from './agreement.js';

describeLaws(both(xenPairs()), 8);
describeAgreement(xenPairs(), 10);

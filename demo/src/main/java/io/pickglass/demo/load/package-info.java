/**
 * The load: the same requests for the same seed, sent at their own pace whatever the service does.
 *
 * <p><b>Takes</b> an address, a rate and a seed. <b>Gives</b> requests, and what became of them.
 * None of its threads is watched or virtual: it must be able to send while the service is in
 * trouble.
 */
@NullMarked
package io.pickglass.demo.load;

import org.jspecify.annotations.NullMarked;

/**
 * What an entrance to the use cases needs from the outside besides them: how its callers are
 * counted, what it answered them before, and how the engines are. The domain knows nothing of it.
 * Every port has one contract test that fakes and adapters alike must pass.
 */
@NullMarked
package dev.lastseat.application.port;

import org.jspecify.annotations.NullMarked;

// Initialisation of libsodium, before its first use; several times and threads are fine.
#pragma once

namespace grappe::secret {

void initialiser();

}  // namespace grappe::secret

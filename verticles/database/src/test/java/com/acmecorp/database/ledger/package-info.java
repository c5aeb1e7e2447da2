@NullMarked
package com.acmecorp.database.ledger;

import org.jspecify.annotations.NullMarked;

/** The books: what is entered in them, in double entry. */
@NullMarked
package com.acmecorp.database.ledger;

import org.jspecify.annotations.NullMarked;

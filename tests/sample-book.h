/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/book.h"

/** A book of an invented force with every kind of cell, state, note and chart in it. */
UpstandBook *sample_book_new (void);

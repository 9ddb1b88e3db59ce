/* SPDX-License-Identifier: MIT */
/* Built and run while building: renders a symbolic icon to a picture of that many pixels. GTK reads
 * a "symbolic.png" by its transparency, in the colour of the text, and the first window needs no
 * library for SVG. usage: render-icon SIZE ICON.svg ICON.symbolic.png */
#include <gdk-pixbuf/gdk-pixbuf.h>

#include <stdlib.h>

/* The channels say how much of the colours for success, warning and error is in it: nothing. */
static void
blacken (GdkPixbuf *pixbuf)
{
    guchar *row = gdk_pixbuf_get_pixels (pixbuf);
    for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++) {
        for (int x = 0; x < gdk_pixbuf_get_width (pixbuf); x++)
            row[4 * x] = row[4 * x + 1] = row[4 * x + 2] = 0;
        row += gdk_pixbuf_get_rowstride (pixbuf);
    }
}

int
main (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    int size = argc == 4 ? atoi (argv[1]) : 0;
    g_autoptr (GdkPixbuf) pixbuf =
        size > 0 ? gdk_pixbuf_new_from_file_at_size (argv[2], size, size, &error) : NULL;
    g_autoptr (GdkPixbuf) picture = pixbuf ? gdk_pixbuf_add_alpha (pixbuf, FALSE, 0, 0, 0) : NULL;
    if (picture)
        blacken (picture);
    if (!picture || !gdk_pixbuf_save (picture, argv[3], "png", &error, NULL)) {
        g_printerr ("render-icon: %s\n", error ? error->message : "SIZE ICON.svg ICON.png");
        return 1;
    }
    return 0;
}

package structured

import (
	"warraq/input/brief"
	"warraq/input/source"
	"warraq/input/tree"
)

// authors reads the authors, and the Markdown of each one's biography.
func (d *decoder) authors(n *tree.Node) ([]brief.Author, []source.Text) {
	var all []brief.Author
	var biographies []source.Text
	for _, item := range d.items(n) {
		if a, biography, ok := d.author(item); ok {
			all, biographies = append(all, a), append(biographies, biography)
		}
	}
	return all, biographies
}

// items are those of a list, or a value that stands for a list of one.
func (d *decoder) items(n *tree.Node) []*tree.Node {
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	if n.Kind != tree.Sequence {
		return []*tree.Node{n}
	}
	var items []*tree.Node
	for i := range n.Items {
		if n.Items[i].Kind != tree.Null {
			items = append(items, &n.Items[i])
		}
	}
	return items
}

func (d *decoder) author(n *tree.Node) (a brief.Author, biography source.Text, ok bool) {
	if n.Kind == tree.Scalar {
		a = brief.Author{Name: d.field(n, "authors").Value, Span: n.Span}
		return a, biography, a.Name != ""
	}
	if n.Kind == tree.Sequence {
		d.wrong(n, "authors", anAuthor)
		return a, biography, false
	}
	d.keys(n, "authors", authorKeys())
	a = brief.Author{
		Name:        d.field(n.Get("name"), "name").Value,
		Role:        d.field(n.Get("role"), "role").Value,
		Affiliation: d.field(n.Get("affiliation"), "affiliation").Value,
		Portrait:    d.frontPicture(n.Get("portrait"), "portrait"),
		Span:        n.Span,
	}
	if bio := n.Get("bio"); d.field(bio, "bio").Value != "" {
		biography = text(bio)
	}
	if n.Get("name") == nil {
		d.problems.Add(missingKey.At(n.Span, "name"))
		return a, biography, false
	}
	return a, biography, true
}

func authorKeys() []string { return []string{"name", "role", "affiliation", "bio", "portrait"} }

// frontPicture reads a picture by its path, or by what is said of it.
func (d *decoder) frontPicture(n *tree.Node, key string) *brief.FrontPicture {
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	switch n.Kind {
	case tree.Scalar:
		if path := d.field(n, key); path.Value != "" {
			return &brief.FrontPicture{Path: path, Span: n.Span}
		}
	case tree.Mapping:
		d.keys(n, key, pictureKeys())
		if p := d.described(n); p != nil {
			return p
		}
		d.problems.Add(missingKey.At(n.Span, "picture"))
	default:
		d.wrong(n, key, aPicture)
	}
	return nil
}

func pictureKeys() []string { return []string{"picture", "alt", "crop", "decorative"} }

// described reads the picture among the keys of a mapping, or returns nil where none is
// named.
func (d *decoder) described(n *tree.Node) *brief.FrontPicture {
	p := &brief.FrontPicture{
		Path: d.field(n.Get("picture"), "picture"), Alt: d.field(n.Get("alt"), "alt").Value,
		Decorative: d.bool(n.Get("decorative"), "decorative"), Crop: d.crop(n.Get("crop")),
	}
	if p.Path.Value == "" {
		return nil
	}
	p.Span = n.Get("picture").Span
	return p
}

// partners reads the institutions that publish the report together.
func (d *decoder) partners(n *tree.Node) []brief.Partner {
	var all []brief.Partner
	for _, item := range d.items(n) {
		switch item.Kind {
		case tree.Scalar:
			if name := d.field(item, "partners"); name.Value != "" {
				all = append(all, brief.Partner{Name: name, Span: item.Span})
			}
		case tree.Mapping:
			d.keys(item, "partners", []string{"name", "logo"})
			p := brief.Partner{Name: d.field(item.Get("name"), "name"), Span: item.Span}
			if path := d.field(item.Get("logo"), "logo"); path.Value != "" {
				p.Logo = &brief.FrontPicture{Path: path, Alt: p.Name.Value, Span: path.Span}
			}
			if p.Name.Value == "" { // it is also what a reader by ear hears of the logo
				d.problems.Add(missingKey.At(item.Span, "name"))
				continue
			}
			all = append(all, p)
		default:
			d.wrong(item, "partners", aPartner)
		}
	}
	return all
}

// about reads what is said of the institution: its text in Markdown alone, or with its
// address.
func (d *decoder) about(n *tree.Node) (*brief.About, source.Text) {
	if n == nil || n.Kind == tree.Null {
		return nil, source.Text{}
	}
	if n.Kind == tree.Scalar {
		if d.field(n, "about").Value == "" {
			return nil, source.Text{}
		}
		return &brief.About{Span: n.Span}, text(n)
	}
	if !d.keys(n, "about", []string{"text", "address", "telephone", "email", "website"}) {
		return nil, source.Text{}
	}
	a := &brief.About{
		Address: d.field(n.Get("address"), "address"), Telephone: d.field(n.Get("telephone"), "telephone"),
		Email: d.field(n.Get("email"), "email"), Website: d.field(n.Get("website"), "website"), Span: n.Span,
	}
	var written source.Text
	if t := n.Get("text"); d.field(t, "text").Value != "" {
		written = text(t)
	}
	if len(written.Data) == 0 && a.Address.Value+a.Telephone.Value+a.Email.Value+a.Website.Value == "" {
		return nil, written
	}
	return a, written
}

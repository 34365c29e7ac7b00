package outlines

import "math"

// A Frame is a part of the earth and the projection it is shown in. Both keep
// areas, so that a country is not coloured larger than it is.
type Frame struct {
	// center is the middle of the projection.
	center Place
	// regional reports Lambert's projection; else it is Equal Earth.
	regional bool
	// what is shown, in units of the projection, y to the north.
	west, south, east, north float64
}

// worldCenter keeps the Bering Strait, and so all of Russia, in one piece.
const worldCenter = 11.0

// World returns the frame of the whole earth but Antarctica, in Equal Earth.
func World() Frame {
	f := Frame{center: Place{Longitude: worldCenter}}
	f.east, _ = f.project(Place{worldCenter + 180, 0})
	f.west = -f.east
	_, f.north = f.project(Place{worldCenter, 83.7})
	_, f.south = f.project(Place{worldCenter, -56})
	return f
}

// centralAsia are the five states that the name stands for.
func centralAsia() []string { return []string{"KZ", "KG", "TJ", "TM", "UZ"} }

// CentralAsia returns the frame of Kazakhstan, Kyrgyzstan, Tajikistan,
// Turkmenistan and Uzbekistan.
func CentralAsia() Frame {
	var list []Country
	for _, code := range centralAsia() {
		if c, ok := Find(code); ok {
			list = append(list, c)
		}
	}
	return Around(list)
}

// widest and highest are the degrees beyond which a region is the world.
const widest, highest = 150.0, 100.0

// Around returns the frame of some countries, in Lambert's equal-area projection
// about their middle. Where they lie all over the earth, or there are none, it
// is World.
func Around(list []Country) Frame {
	if len(list) == 0 {
		return World()
	}
	all := list[0].Mainland
	for _, c := range list[1:] {
		b := c.Mainland
		// The way round the earth that is the shorter.
		turn := 360 * math.Round((all.West+all.East-b.West-b.East)/720)
		all.West, all.East = min(all.West, b.West+turn), max(all.East, b.East+turn)
		all.South, all.North = min(all.South, b.South), max(all.North, b.North)
	}
	if all.East-all.West > widest || all.North-all.South > highest {
		return World()
	}
	f := Frame{
		center:   Place{(all.West + all.East) / 2, (all.South + all.North) / 2},
		regional: true,
		west:     math.Inf(1), south: math.Inf(1), east: math.Inf(-1), north: math.Inf(-1),
	}
	const steps = 16
	for _, c := range list {
		b := c.Mainland
		for i := range steps + 1 {
			t := float64(i) / steps
			for _, p := range []Place{
				{b.West + t*(b.East-b.West), b.South}, {b.West + t*(b.East-b.West), b.North},
				{b.West, b.South + t*(b.North-b.South)}, {b.East, b.South + t*(b.North-b.South)},
			} {
				x, y := f.project(p)
				f.west, f.east, f.south, f.north = min(f.west, x), max(f.east, x), min(f.south, y), max(f.north, y)
			}
		}
	}
	const margin, least = 0.03, 0.005
	wide, high := max(margin*(f.east-f.west), least), max(margin*(f.north-f.south), least)
	f.west, f.east, f.south, f.north = f.west-wide, f.east+wide, f.south-high, f.north+high
	return f
}

// project returns where a place stands on a sphere of radius 1 laid flat.
func (f Frame) project(p Place) (x, y float64) {
	if f.regional {
		return lambert(p, f.center)
	}
	// Longitudes within half a turn of the middle.
	turns := math.Floor((p.Longitude-f.center.Longitude+180)/360 + 1e-12)
	longitude := p.Longitude - f.center.Longitude - 360*turns
	if p.Longitude == f.center.Longitude+180 {
		longitude = 180 // the right edge is not the left one
	}
	return equalEarth(longitude, p.Latitude)
}

const radian = math.Pi / 180

// equalEarth is the projection of Šavrič, Patterson and Jenny, "The Equal Earth
// map projection" (2018), with the polynomial of that paper.
func equalEarth(longitude, latitude float64) (x, y float64) {
	const a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
	t := math.Asin(math.Sqrt(3) / 2 * math.Sin(latitude*radian))
	t2 := t * t
	t6 := t2 * t2 * t2
	x = 2 * math.Sqrt(3) / 3 * longitude * radian * math.Cos(t) / (a1 + 3*a2*t2 + t6*(7*a3+9*a4*t2))
	return x, t * (a1 + a2*t2 + t6*(a3+a4*t2))
}

// lambert is Lambert's azimuthal equal-area projection about a middle (Snyder,
// "Map Projections: A Working Manual", 1987, equations 22-4, 24-2 and 24-4).
func lambert(p, center Place) (x, y float64) {
	sin, cos := math.Sincos(p.Latitude * radian)
	sin0, cos0 := math.Sincos(center.Latitude * radian)
	sinL, cosL := math.Sincos((p.Longitude - center.Longitude) * radian)
	k := math.Sqrt(2 / max(1e-9, 1+sin0*sin+cos0*cos*cosL))
	return k * cos * sinL, k * (cos0*sin - sin0*cos*cosL)
}
